import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { When } from '../When.tsx'
import classes from './history.module.css'

export type ShownChange = {
  readonly field: string
  readonly label: string
  /** Null where there was nothing, or where only `after` says something. */
  readonly before: React.ReactNode
  readonly after: React.ReactNode
}

export type HistoryEntry = {
  readonly id: string
  readonly at: string
  readonly operation: 'create' | 'update' | 'delete' | 'restore'
  readonly actorName: string
  /** `user`, `token`, `collector`, `system`. */
  readonly actorKind: string
  readonly reason?: string
  /** What changed, where it is not the object of the page itself. */
  readonly subject?: React.ReactNode
  readonly changes: readonly ShownChange[]
}

export type HistoryPanelProps = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Shows the whole page as it was then. */
  readonly onShowAsOf?: (at: string) => void
  readonly onMore?: () => void
  readonly isLoadingMore?: boolean
}

const itself = {
  create: 'created this',
  update: 'changed this',
  delete: 'removed this',
  restore: 'restored this',
} as const
const other = { create: 'added', update: 'changed', delete: 'removed', restore: 'restored' } as const

/** Who changed what, when and why: from the ledger, which no path in the code can skip. */
export function HistoryPanel({ entries, onMore, isLoadingMore, onShowAsOf }: HistoryPanelProps) {
  const { t } = useTranslation()
  return (
    <div>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} onShowAsOf={onShowAsOf} />
        ))}
      </ol>
      {onMore && (
        <Button size="xs" variant="default" loading={isLoadingMore} onClick={onMore}>
          {t('Show earlier changes')}
        </Button>
      )}
    </div>
  )
}

type EntryProps = { readonly entry: HistoryEntry; readonly onShowAsOf?: (at: string) => void }

function Entry({ entry, onShowAsOf }: EntryProps) {
  const { t } = useTranslation()
  return (
    <li className={classes.entry} data-operation={entry.operation}>
      <div className={classes.who}>
        <strong>{entry.actorName}</strong>{' '}
        {entry.actorKind !== 'user' && <span className={classes.kind}>{t(entry.actorKind)}</span>}{' '}
        {entry.subject === undefined ? t(itself[entry.operation]) : t(other[entry.operation])} <When at={entry.at} />
        {onShowAsOf && (
          <button type="button" className={classes.asOf} onClick={() => onShowAsOf(entry.at)}>
            {t('Show as of then')}
          </button>
        )}
      </div>
      {entry.subject && <div className={classes.subject}>{entry.subject}</div>}
      {entry.reason && <p className={classes.reason}>“{entry.reason}”</p>}
      {entry.operation !== 'delete' && <Changes changes={entry.changes} isNew={entry.operation !== 'update'} />}
    </li>
  )
}

const shownAtFirst = 4

type ChangesProps = {
  readonly changes: readonly ShownChange[]
  /** Of something new the values stay folded in: they are on the page already. */
  readonly isNew?: boolean
}

/** The fields that changed, before and after; the rest unfolds. */
export function Changes({ changes, isNew = false }: ChangesProps) {
  const { t } = useTranslation()
  const [showsAll, showAll] = useState(false)
  const first = isNew ? 0 : shownAtFirst
  const shown = showsAll ? changes : changes.slice(0, first)
  const hidden = changes.length - shown.length
  return (
    <>
      {shown.length > 0 && (
        <dl className={classes.changes}>
          {shown.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>{before}</del> <span aria-hidden="true">→</span>{' '}
                  </>
                )}
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hidden > 0 && (
        <button type="button" className={classes.unfold} onClick={() => showAll(true)}>
          {first === 0 ? t('{{count}} fields', { count: hidden }) : t('{{count}} more fields', { count: hidden })}
        </button>
      )}
    </>
  )
}
