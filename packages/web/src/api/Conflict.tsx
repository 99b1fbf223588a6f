import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { ConflictPanel } from '../ui/form/ConflictPanel.tsx'
import { conflictFields } from '../ui/form/conflict-fields.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import { problemOf } from './use-write.ts'

/** An object that exists, as its form sees it. */
export type Existing<V extends object> = {
  readonly version: number
  /** Reads what somebody else saved meanwhile. */
  readonly fresh: () => Promise<{ readonly version: number; readonly values: V }>
  readonly labels: Readonly<Record<keyof V, string>>
  /** How a value of a field reads in the comparison, where its text would not do; undefined leaves it at that. */
  readonly shown?: (field: keyof V, value: unknown) => React.ReactNode | undefined
}

export type ConflictProps<V extends object> = {
  readonly existing: Omit<Existing<V>, 'version'>
  /** The values that would be sent. */
  readonly mine: Partial<V>
  /** Sends mine on top of theirs, which has this version. */
  readonly onKeepMine: (version: number) => void
  readonly onTakeTheirs: (values: V) => void
}

/** After a 412: what somebody else saved meanwhile beside what is in the form, read when it is shown. */
export function Conflict<V extends object>({ existing, mine, onKeepMine, onTakeTheirs }: ConflictProps<V>) {
  const { t } = useTranslation()
  const { fresh, labels } = existing
  const shown = (field: keyof V, value: unknown) => existing.shown?.(field, value) ?? plain(value, t)
  const queries = useQueryClient()
  const { data: theirs, error } = useQuery({ queryKey: ['conflict', useId()], queryFn: fresh, gcTime: 0, staleTime: 0 })
  if (error) return <ProblemPanel problem={problemOf(error)} />
  if (theirs === undefined) return null
  return (
    <ConflictPanel
      fields={conflictFields(theirs.values, mine).map((field) => ({
        key: field.key,
        label: labels[field.key],
        theirs: shown(field.key, field.theirs),
        mine: shown(field.key, field.mine),
      }))}
      onKeepMine={() => onKeepMine(theirs.version)}
      onTakeTheirs={() => {
        onTakeTheirs(theirs.values)
        // The page gets their version too, so that what is changed from here on is sent on top of it.
        void queries.invalidateQueries()
      }}
    />
  )
}

function plain(value: unknown, t: (key: string) => string): React.ReactNode {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? t('Yes') : t('No')
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return <When at={value} show="day" />
  return String(value)
}
