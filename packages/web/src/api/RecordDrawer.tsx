import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { BodyOf, OutputOf } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictPanel } from '../ui/form/ConflictPanel.tsx'
import { conflictFields } from '../ui/form/conflict-fields.ts'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { useOrganizationFormWrite } from './use-form-write.ts'
import type { WriteInput } from './use-write.ts'

/** An object that exists: only what was changed is sent, and a change by somebody else meanwhile is shown. */
type Existing<V extends object> = {
  readonly version: number
  /** Reads what somebody else saved meanwhile. */
  readonly fresh: () => Promise<{ readonly version: number; readonly values: V }>
  readonly labels: Readonly<Record<keyof V, string>>
  /** How a value of a field reads in the comparison; as text unless given. */
  readonly shown?: (field: keyof V, value: unknown) => React.ReactNode
}

export type RecordDrawerProps<R extends Route, V extends object> = {
  readonly title: string
  readonly route: R
  readonly params?: WriteInput<R>['params']
  readonly values: V
  /** What is sent of the form's values, where that is not the values themselves. */
  readonly toBody?: (values: Partial<V>) => object
  readonly onClose: () => void
  readonly onDone?: (output: OutputOf<R>) => void
  readonly children: (form: RecordForm<V>) => React.ReactNode
  readonly existing?: Existing<V>
}

/** Adds or edits one object beside the page: field errors at their fields, conflicts side by side, nothing typed is lost. */
export function RecordDrawer<R extends Route, V extends object>(props: RecordDrawerProps<R, V>) {
  const { title, route, params, values, toBody = (sent) => sent, onClose, onDone, children, existing } = props
  const { t } = useTranslation()
  const form = useForm<V>({ initialValues: values })
  const write = useOrganizationFormWrite(route, form, {
    onDone: (output) => {
      onDone?.(output)
      onClose()
    },
  })
  const body = () => (existing ? changedFields(values, form.getValues()) : form.getValues())
  const send = (version?: number) =>
    void write.send({ params, version, body: toBody(body()) as BodyOf<R> } as unknown as WriteInput<R>)
  return (
    <EditDrawer title={title} isOpen onClose={onClose} isDirty={form.isDirty()}>
      <form onSubmit={form.onSubmit(() => send(existing?.version))}>
        <Stack>
          {existing && write.isConflict && (
            <Conflict
              existing={existing}
              mine={body()}
              onKeepMine={send}
              onTakeTheirs={(theirs) => {
                form.setValues(theirs)
                write.reset()
              }}
            />
          )}
          {!write.isConflict && <ProblemPanel problem={write.problem} />}
          {children(form)}
          <Group>
            <Button type="submit" loading={write.isPending}>
              {t('Save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EditDrawer>
  )
}

type ConflictProps<V extends object> = {
  readonly existing: Existing<V>
  readonly mine: Partial<V>
  readonly onKeepMine: (version: number) => void
  readonly onTakeTheirs: (values: V) => void
}

function Conflict<V extends object>({ existing, mine, onKeepMine, onTakeTheirs }: ConflictProps<V>) {
  const { fresh, labels, shown = (_field, value) => String(value ?? '') } = existing
  const { data: theirs } = useQuery({ queryKey: ['conflict', useId()], queryFn: fresh, gcTime: 0, staleTime: 0 })
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
      onTakeTheirs={() => onTakeTheirs(theirs.values)}
    />
  )
}

/** What differs from the values the form began with. */
function changedFields<V extends object>(before: V, now: V): Partial<V> {
  const keys = Object.keys(now) as (keyof V)[]
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
  return Object.fromEntries(changed.map((key) => [key, now[key]])) as Partial<V>
}
