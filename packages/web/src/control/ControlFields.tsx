import { NumberInput, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { Control } from '@sinew/contract/control/control-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { CostFields } from './CostFields.tsx'
import { implementationWords, themeWords } from './control-words.ts'

export type ControlValues = Pick<
  Control,
  | 'title'
  | 'theme'
  | 'purpose'
  | 'implementation'
  | 'partlyShare'
  | 'description'
  | 'ownerId'
  | 'plannedAt'
  | 'remarks'
  | 'capexMinor'
  | 'lifetimeYears'
  | 'opexMinor'
>

export function controlValues(control: Control): ControlValues {
  const { title, theme, purpose, implementation, partlyShare, description, ownerId, plannedAt, remarks } = control
  const { capexMinor, lifetimeYears, opexMinor } = control
  const claim = { title, theme, purpose, implementation, partlyShare, description, ownerId, plannedAt, remarks }
  return { ...claim, capexMinor, lifetimeYears, opexMinor }
}

type Props = { readonly form: RecordForm<ControlValues>; readonly control: Control }

/** How far a control goes, how, by whom and by when; what it is called only where that is not the standard's. */
export function ControlFields({ form, control }: Props) {
  const { t } = useTranslation()
  const { implementation, partlyShare, plannedAt, ownerId } = form.getValues()
  return (
    <>
      {control.source === 'own' && <IdentityFields form={form} />}
      <Stack gap={4}>
        <Text size="sm" fw={500} id="control-implementation">
          {t('How far is it in place?')}
        </Text>
        <SegmentedControl
          aria-labelledby="control-implementation"
          fullWidth
          data={Object.entries(implementationWords).map(([value, label]) => ({ value, label: t(label) }))}
          value={implementation}
          onChange={(value) => form.setFieldValue('implementation', value as ControlValues['implementation'])}
        />
        <Text size="xs" c="dimmed">
          {t('A claim. Only fresh evidence turns it into proof.')}
        </Text>
      </Stack>
      {implementation === 'partly' && (
        <NumberInput
          label={t('Share in place')}
          description={t('Of everything this control should cover.')}
          suffix=" %"
          min={0}
          max={100}
          clampBehavior="none"
          value={Math.round(partlyShare * 100)}
          onChange={(percent) => form.setFieldValue('partlyShare', Number(percent) / 100)}
          error={form.errors.partlyShare}
        />
      )}
      <DateField
        label={t('Planned for')}
        value={plannedAt}
        onChange={(day) => form.setFieldValue('plannedAt', day)}
        error={form.errors.plannedAt}
      />
      <Textarea
        label={t('How we do it')}
        description={t('What is really there, in words an auditor could check.')}
        autosize
        minRows={3}
        maxLength={20_000}
        {...form.getInputProps('description')}
      />
      <PersonSelect
        label={t('Owner')}
        currentName={control.ownerName}
        value={ownerId}
        onChange={(id) => form.setFieldValue('ownerId', id)}
        error={form.errors.ownerId}
      />
      <CostFields form={form} />
      <Textarea label={t('Remarks')} autosize minRows={2} maxLength={5_000} {...form.getInputProps('remarks')} />
    </>
  )
}

/** What an own control is called: asked when it is made, and changed later. */
export function IdentityFields({ form }: { readonly form: Pick<RecordForm<ControlValues>, 'getInputProps'> }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('Title')} withAsterisk data-autofocus maxLength={300} {...form.getInputProps('title')} />
      <Select
        label={t('Theme')}
        allowDeselect={false}
        data={Object.entries(themeWords).map(([value, label]) => ({ value, label: t(label) }))}
        {...form.getInputProps('theme')}
      />
      <Textarea label={t('Purpose')} autosize minRows={2} maxLength={2_000} {...form.getInputProps('purpose')} />
    </>
  )
}
