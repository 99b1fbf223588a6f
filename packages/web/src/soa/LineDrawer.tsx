import { Group, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getSoaLine, type SoaLine, updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { exclusionRefusals, isThinJustification } from '@sinew/core/control/exclusion-rules.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import type { SoaReason } from '@sinew/core/soa/soa-line.ts'
import { apiClient } from '../api/api-client.ts'
import { Conflict } from '../api/Conflict.tsx'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { type LineFormValues, shownValue, valuesOf } from './line-form.ts'
import type { LineTask } from './soa-search.ts'
import { WrittenReasons } from './WrittenReasons.tsx'

type Props = { readonly line: SoaLine; readonly task: LineTask; readonly onClose: () => void }

/** Decides on a line: in or out, why, and what else is to be said about it. */
export function LineDrawer({ line, task, onClose }: Props) {
  const { t } = useTranslation()
  const may = useMay('control:decide')
  const form = useForm<LineFormValues>({ initialValues: valuesOf(line), ...startOf(line, task) })
  const write = useOrganizationFormWrite(updateSoaLine, form, { onDone: onClose })
  const { organizationId } = useOrganizationApi()
  const values = form.values
  const { reason: _reason, ...compared } = values
  const send = (version: number) =>
    void write.send({ params: { controlId: line.controlId }, version, body: bodyOf(values) })
  return (
    <EditDrawer title={`${line.ref} ${line.title}`} isOpen onClose={onClose} isDirty={() => form.isDirty()}>
      <form onSubmit={form.onSubmit(() => send(line.version))}>
        <Stack>
          {write.isConflict ? (
            <Conflict<LineFormValues>
              existing={{
                fresh: async () => {
                  const params = { organizationId, controlId: line.controlId }
                  const theirs = await apiClient.call(getSoaLine, { params })
                  return { version: theirs.version, values: valuesOf(theirs) }
                },
                labels: {
                  applicable: t('Applicability'),
                  justification: t('Justification of exclusion'),
                  writtenReasons: t('Reasons'),
                  remarks: t('Remarks'),
                  reason: t('Reason of this decision'),
                },
                shown: (_field, value) => shownValue(value),
              }}
              mine={compared}
              onKeepMine={send}
              onTakeTheirs={(theirs) => {
                form.setValues(theirs)
                write.reset()
              }}
            />
          ) : (
            <ProblemPanel problem={write.problem} />
          )}
          <LineFields form={form} line={line} task={task} />
          <Group>
            <ActionButton type="submit" loading={write.isPending} refusals={[...may, ...refusalsOf(line, values)]}>
              {t('Save')}
            </ActionButton>
          </Group>
        </Stack>
      </form>
    </EditDrawer>
  )
}

type FieldsProps = Pick<Props, 'line' | 'task'> & { readonly form: ReturnType<typeof useForm<LineFormValues>> }

function LineFields({ form, line, task }: FieldsProps) {
  const { t } = useTranslation()
  const { values } = form
  const decides = values.applicable !== line.applicable
  return (
    <>
      <SegmentedControl
        aria-label={t('Applicability')}
        data={[
          { value: 'true', label: t('Necessary') },
          { value: 'false', label: t('Left out') },
        ]}
        value={String(values.applicable)}
        onChange={(value) => form.setFieldValue('applicable', value === 'true')}
      />
      {!values.applicable && <Justification form={form} startsHere={task === 'justify'} />}
      <WrittenReasons form={form} line={line} startsHere={task === 'add_reason'} />
      <Textarea label={t('Remarks')} autosize minRows={2} maxLength={5000} {...form.getInputProps('remarks')} />
      {decides && (
        <Textarea
          label={t('Reason of this decision')}
          description={t('Kept in the ledger; for leaving out, the justification is enough.')}
          autosize
          maxLength={2000}
          {...form.getInputProps('reason')}
        />
      )}
    </>
  )
}

type JustificationProps = {
  readonly form: ReturnType<typeof useForm<LineFormValues>>
  readonly startsHere: boolean
}

function Justification({ form, startsHere }: JustificationProps) {
  const { t } = useTranslation()
  const { justification } = form.values
  const isThin = justification.trim() !== '' && isThinJustification(justification)
  return (
    <Textarea
      label={t('Why it is not necessary')}
      description={
        isThin
          ? t('State a fact that can be checked: this would be questioned.')
          : t('A fact an auditor can check, such as “No code is written or commissioned, see the scope.”')
      }
      required
      autosize
      minRows={3}
      maxLength={5000}
      data-autofocus={startsHere || undefined}
      {...form.getInputProps('justification')}
    />
  )
}

/** The same rule the server asks: who needs the control stands in the way of leaving it out, not of justifying it better. */
function refusalsOf(line: SoaLine, { applicable, justification }: LineFormValues): readonly Refusal[] {
  if (applicable) return []
  return exclusionRefusals(justification, line.applicable ? (line.reasons as readonly SoaReason[]) : [])
}

function startOf(line: SoaLine, task: LineTask) {
  if (task === 'include') return { initialValues: { ...valuesOf(line), applicable: true } }
  if (task !== 'add_reason') return {}
  return {
    initialValues: {
      ...valuesOf(line),
      writtenReasons: [...line.writtenReasons, { kind: 'business', text: '' } as const],
    },
  }
}

function bodyOf({ writtenReasons, ...values }: LineFormValues) {
  return { ...values, writtenReasons: writtenReasons.filter(({ text }) => text.trim() !== '') }
}
