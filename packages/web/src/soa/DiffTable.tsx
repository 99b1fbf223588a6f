import type { SoaDiff } from '@sinew/contract/soa/soa-version-contract.ts'
import { soaFieldWords } from '@sinew/core/soa/soa-words.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './soa.module.css'

type Props = { readonly diff: SoaDiff; readonly before: string; readonly after: string }

const headSentence = {
  organization: 'Organisation',
  scope: 'Scope',
  methodologyVersion: 'Risk methodology',
} as const satisfies Record<SoaDiff['head'][number]['field'], string>

/** Two contents side by side: what the statement says of itself, then control by control, field by field. */
export function DiffTable({ diff, before, after }: Props) {
  const { t } = useTranslation()
  const { head, changes, counts } = diff
  if (head.length + changes.length === 0) return <p>{t('They say the same.')}</p>
  return (
    <>
      <p>
        {t('{{count}} lines differ', { count: counts.lines })}
        {': '}
        {t('{{decisions}} by a decision, {{statuses}} only in status.', counts)}
      </p>
      <table className={classes.diff}>
        <thead>
          <tr>
            <th style={{ width: '19%' }}>{t('Control')}</th>
            <th style={{ width: '17%' }}>{t('What')}</th>
            <th>{before}</th>
            <th>{after}</th>
          </tr>
        </thead>
        <tbody>
          {head.map((change) => (
            <tr key={change.field} data-first>
              <td>{t('The statement')}</td>
              <td>
                <Asks isAsking />
                {t(headSentence[change.field])}
              </td>
              <td data-side="before" data-label={t('Before')}>
                {change.before || '–'}
              </td>
              <td data-label={t('After')}>{change.after || '–'}</td>
            </tr>
          ))}
          {changes.map((change, index) => {
            const isFirst = changes[index - 1]?.controlId !== change.controlId
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never reorders.
              <tr key={index} data-first={isFirst || undefined}>
                <td>
                  {isFirst && (
                    <PageLink to={paths.soa} search={{ line: change.ref }} inherit underline="always">
                      {change.ref} {change.title}
                    </PageLink>
                  )}
                </td>
                <td>
                  <Asks isAsking={change.needsApproval} />
                  {t(soaFieldWords[change.field])}
                </td>
                <td data-side="before" data-label={t('Before')}>
                  {shownValue(change, change.before)}
                </td>
                <td data-label={t('After')}>{shownValue(change, change.after)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** Reasons stand below each other, so that a new one is seen. */
function shownValue({ field }: SoaDiff['changes'][number], value: string | null): string {
  if (!value) return '–'
  return field === 'reasons' ? value.replaceAll('; ', '\n') : value
}

function Asks({ isAsking }: { readonly isAsking: boolean }) {
  const { t } = useTranslation()
  const words = isAsking ? t('A decision: it asks for approval') : t('Status: it only informs')
  return <span className={classes.asks} data-asks={isAsking || undefined} role="img" aria-label={words} title={words} />
}
