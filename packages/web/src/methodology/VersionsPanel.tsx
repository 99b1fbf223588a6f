import type { Methodology, MethodologySummary } from '@sinew/contract/methodology/methodology-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './methodology.module.css'

type Props = { readonly versions: readonly MethodologySummary[]; readonly shown: Methodology }

/** Every version, the newest first; approved ones never change. */
export function VersionsPanel({ versions, shown }: Props) {
  const { t } = useTranslation()
  const words = { draft: t('draft'), approved: t('in force'), superseded: t('former') }
  return (
    <Panel title={t('Versions')}>
      <ol className={classes.versions}>
        {versions.map((version) => (
          <li key={version.id} data-shown={version.id === shown.id || undefined}>
            <PageLink to={paths.methodology} search={{ version: version.versionNumber }}>
              {t('Version {{number}}', { number: version.versionNumber })}
            </PageLink>{' '}
            <span className={classes.status}>{words[version.status]}</span>
            {version.id !== shown.id && (
              <PageLink
                to={paths.methodology}
                search={{ version: shown.versionNumber, against: version.versionNumber }}
                className={classes.compare}
              >
                {t('compare')}
              </PageLink>
            )}
            <small>
              {version.approvedAt ? (
                <>
                  {t('approved by {{name}}', { name: version.approvedByName })},{' '}
                  <When at={version.approvedAt} show="day" />
                  {version.approvedAlone && ` · ${t('by its author, as nobody else could')}`}
                </>
              ) : (
                <>
                  {t('by {{name}}', { name: version.proposedByName })}, <When at={version.updatedAt} />
                </>
              )}
            </small>
            {version.note && <small>{version.note}</small>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
