import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { When } from '../When.tsx'
import classes from './history.module.css'

export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

export type HistoryEntry = {
  readonly id: string
  readonly at: string
  readonly version: number
  readonly operation: 'insert' | 'update' | 'delete' | 'restore'
  readonly actorName: string
  /** `user`, `token`, `collector`, `system`. */
  readonly actorKind: string
  readonly reason?: string | null
  readonly changes: readonly FieldChange[]
}

export type HistoryPanelProps = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** People's words for fields; the field's own name where none is given. */
  readonly fieldNames?: Readonly<Record<string, string>>
  /** Renders a value of a field; text unless given. */
  readonly renderValue?: (field: string, value: unknown) => React.ReactNode
  /** Shows the whole page as it was then. */
  readonly onShowAsOf?: (at: string) => void
  readonly onMore?: () => void
}

const words = {
  insert: 'created this',
  update: 'changed this',
  delete: 'removed this',
  restore: 'restored this',
} as const

/** Who changed what, when and why: from the ledger, which no path in the code can skip. */
export function HistoryPanel({ entries, onMore, ...rest }: HistoryPanelProps) {
  const { t } = useTranslation()
  return (
    <div>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} {...rest} />
        ))}
      </ol>
      {onMore && (
        <Button size="xs" variant="default" onClick={onMore}>
          {t('Show earlier changes')}
        </Button>
      )}
    </div>
  )
}

type EntryProps = Omit<HistoryPanelProps, 'entries' | 'onMore'> & { readonly entry: HistoryEntry }

const shownAtFirst = 4

function Entry({ entry, fieldNames = {}, renderValue = plainValue, onShowAsOf }: EntryProps) {
  const { t } = useTranslation()
  const [showsAll, showAll] = useState(false)
  const changes = showsAll ? entry.changes : entry.changes.slice(0, shownAtFirst)
  return (
    <li className={classes.entry} data-operation={entry.operation}>
      <div className={classes.who}>
        <strong>{entry.actorName}</strong>{' '}
        {entry.actorKind !== 'user' && <span className={classes.kind}>{t(entry.actorKind)}</span>}{' '}
        {t(words[entry.operation])} <When at={entry.at} />
        {onShowAsOf && (
          <button type="button" className={classes.asOf} onClick={() => onShowAsOf(entry.at)}>
            {t('Show as of then')}
          </button>
        )}
      </div>
      {entry.reason && <p className={classes.reason}>“{entry.reason}”</p>}
      {entry.operation !== 'insert' && changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{fieldNames[field] ?? field}</dt>
              <dd>
                <del>{renderValue(field, before)}</del> <span aria-hidden="true">→</span>{' '}
                <ins>{renderValue(field, after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!showsAll && entry.operation !== 'insert' && entry.changes.length > shownAtFirst && (
        <button type="button" className={classes.asOf} onClick={() => showAll(true)}>
          {t('{{count}} more fields', { count: entry.changes.length - shownAtFirst })}
        </button>
      )}
    </li>
  )
}

function plainValue(_field: string, value: unknown): React.ReactNode {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>
  return String(value)
}
