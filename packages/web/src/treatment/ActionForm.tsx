import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type Action, createAction, updateAction } from '@sinew/contract/treatment/action-contract.ts'
import { moveDueDateRefusals } from '@sinew/core/treatment/action-rules.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { changedFields } from '../ui/form/conflict-fields.ts'
import { DateField } from '../ui/form/DateField.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ActionConflict } from './ActionConflict.tsx'
import { type ActionValues, emptyAction, valuesOf } from './action-values.ts'
import { ControlSelect } from './ControlSelect.tsx'
import classes from './treatment.module.css'

type Props = { readonly riskId: string; readonly action?: Action; readonly onDone: () => void }

/** Plans or changes an action; another due date asks for its reason there and then. */
export function ActionForm({ riskId, action, onDone }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const form = useForm<ActionValues>({
    initialValues: action ? valuesOf(action) : emptyAction,
    validate: {
      title: (title) => (title.trim() === '' ? t('Say what is to be done.') : null),
      dueAt: (day) => (day === null ? t('Say by when it is to be done.') : null),
      reason: (reason, { dueAt }) => (moves(dueAt) ? (moveDueDateRefusals(0, 1, reason)[0]?.message ?? null) : null),
    },
  })
  const create = useOrganizationFormWrite(createAction, form, { onDone })
  const update = useOrganizationFormWrite(updateAction, form, { onDone })
  const { dueAt, costMinor, ownerId, controlId } = form.getValues()
  const isMoved = moves(dueAt)
  const changed = () => (action ? changedFields(valuesOf(action), form.getValues()) : {})
  const change = (version: number) => {
    const { dueAt: day, ...others } = changed()
    const body = { ...others, ...(day === null || day === undefined ? {} : { dueAt: day }) }
    void update.send({ params: { actionId: action?.id }, version, body })
  }
  const submit = form.onSubmit(({ reason: _reason, dueAt: day, ...values }) => {
    if (action !== undefined) change(action.version)
    else if (day !== null) void create.send({ params: { riskId }, body: { ...values, dueAt: day } })
  })
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <Stack gap="sm">
        <LeaveGuard isDirty={() => form.isDirty()} />
        {action && update.isConflict ? (
          <ActionConflict
            action={action}
            mine={changed()}
            onKeepMine={change}
            onTakeTheirs={(theirs) => {
              form.setValues(theirs)
              update.reset()
            }}
          />
        ) : (
          <ProblemPanel problem={create.problem ?? update.problem} />
        )}
        <TextInput
          label={t('What is to be done')}
          required
          maxLength={300}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Group grow align="flex-start">
          <PersonSelect
            label={t('Who')}
            currentName={action?.ownerName}
            {...form.getInputProps('ownerId')}
            value={ownerId}
          />
          <DateField label={t('By when')} required {...form.getInputProps('dueAt')} />
        </Group>
        {isMoved && (
          <TextInput
            label={t('Why does the due date move?')}
            required
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        )}
        <Group grow align="flex-start">
          <ControlSelect
            label={t('For control')}
            currentName={action?.controlRef ? `${action.controlRef} ${action.controlTitle ?? ''}` : null}
            {...form.getInputProps('controlId')}
            value={controlId}
          />
          <MoneyInput
            label={t('Cost')}
            currency={currency}
            valueMinor={costMinor}
            onChangeMinor={(minor) => form.setFieldValue('costMinor', minor)}
            error={form.errors.costMinor}
          />
        </Group>
        <Textarea label={t('Note')} autosize maxLength={5000} {...form.getInputProps('note')} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={create.isPending || update.isPending}>
            {action ? t('Save') : t('Plan the action')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('Cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )

  function moves(day: string | null): boolean {
    return action !== undefined && day !== null && day.slice(0, 10) !== action.dueAt.slice(0, 10)
  }
}
