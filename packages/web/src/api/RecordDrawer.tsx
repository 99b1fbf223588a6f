import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { BodyOf, OutputOf } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { changedFields } from '../ui/form/conflict-fields.ts'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Conflict, type Existing } from './Conflict.tsx'
import { useOrganizationFormWrite } from './use-form-write.ts'
import type { WriteInput } from './use-write.ts'

export type RecordDrawerProps<R extends Route, V extends object> = {
  readonly title: string
  readonly route: R
  readonly params?: WriteInput<R>['params']
  readonly values: V
  /** What the form begins with in their place: a step that the person came to take. */
  readonly begun?: Partial<V>
  /** What is sent of the form's values, where that is not the values themselves. */
  readonly toBody?: (values: Partial<V>) => object
  readonly onClose: () => void
  readonly onDone?: (output: OutputOf<R>) => void
  readonly children: (form: RecordForm<V>) => React.ReactNode
  readonly existing?: Existing<V>
}

/** Adds or edits one object beside the page: field errors at their fields, conflicts side by side, nothing typed is lost. */
export function RecordDrawer<R extends Route, V extends object>(props: RecordDrawerProps<R, V>) {
  const { title, route, params, values, begun, toBody = (sent) => sent, onClose, onDone, children, existing } = props
  const { t } = useTranslation()
  const form = useForm<V>({ initialValues: { ...values, ...begun } })
  const write = useOrganizationFormWrite(route, form, {
    onDone: (output) => {
      // Nothing is unsaved any more: the next page may come.
      form.resetDirty()
      onDone?.(output)
      onClose()
    },
  })
  const body = () => (existing ? changedFields(values, form.getValues()) : form.getValues())
  const send = (version?: number) =>
    void write.send({ params, version, body: toBody(body()) as BodyOf<R> } as unknown as WriteInput<R>)
  return (
    <EditDrawer title={title} isOpen onClose={onClose} isDirty={() => form.isDirty()}>
      <form noValidate onSubmit={form.onSubmit(() => send(existing?.version))}>
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
