import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { When } from '../ui/When.tsx'
import classes from './soa.module.css'

/** Who, when, on what; and the hash by which anybody recognises it. */
export function VersionFacts({ version }: { readonly version: SoaVersion }) {
  const { t } = useTranslation()
  const decided = {
    approved: t('Approved by'),
    superseded: t('Approved by'),
    rejected: t('Rejected by'),
    withdrawn: t('Taken back by'),
  }
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      t('Proposed by'),
      <>
        {version.proposedByName}, <When at={version.proposedAt} show="both" />
      </>,
    ],
    ...(version.note ? ([[t('Note'), version.note]] as const) : []),
    ...(version.status !== 'proposed'
      ? ([
          [
            decided[version.status],
            <>
              {version.decidedByName}, <When at={version.decidedAt} show="both" />
              {version.approvedAlone && ` (${t('also proposed it; there was nobody else to ask')})`}
            </>,
          ],
        ] as const)
      : []),
    [
      t('Lines'),
      t('{{count}} lines, {{excluded}} left out', { count: version.lineCount, excluded: version.excludedCount }),
    ],
    [t('Scope'), version.scope || t('None is written down.')],
    [t('Risk methodology'), t('Version {{number}}', { number: version.methodologyVersion })],
    [
      'SHA-256',
      <span key="hash" className={classes.hash}>
        {version.hash}
      </span>,
    ],
  ]
  return (
    <dl className={classes.factList}>
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
