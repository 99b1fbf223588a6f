import {
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  TagsInput,
  Textarea,
  type TextareaProps,
  TextInput,
} from '@mantine/core'
import type { Field } from '@sinew/core/register/field.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { TimeField } from '../ui/form/TimeField.tsx'
import { later } from '../ui/later.ts'
import { NeedSelect } from './NeedSelect.tsx'
import { ReferenceSelect } from './ReferenceSelect.tsx'
import { namedIn, type Values } from './register-record.ts'

const SuggestedTags = later(async () => (await import('./SuggestedTags.tsx')).SuggestedTags)

type Form = RecordForm<Record<string, unknown>>
type Props = {
  readonly name: string
  readonly field: Field
  readonly form: Form
  /** The object that is edited; null where one is made. */
  readonly record: Values | null
  readonly isFirst: boolean
}

/** From here on a line is a sentence, shown whole. */
const longLine = 300

/** One line that is shown over several where it is long: Enter sends the form, and pasted line breaks become spaces. */
function LineArea({ onChange, ...rest }: TextareaProps) {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={1}
      maxRows={6}
      onChange={(event) => {
        event.currentTarget.value = event.currentTarget.value.replace(/\s*\n\s*/g, ' ')
        onChange?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
    />
  )
}

/** The input of one field. */
export function FieldInput({ name, field, form, record, isFirst }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const value = form.getValues()[name]
  const set = (next: unknown) => form.setFieldValue(name, next as never)
  const error = form.errors[name]
  const shared = { label: t(field.label), description: field.help && t(field.help), error }
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([key, label]) => ({ value: key, label: t(label) }))
  switch (field.kind) {
    case 'text': {
      const { isRequired, most, lines, placeholder } = field
      const props = {
        ...shared,
        maxLength: most,
        withAsterisk: isRequired,
        placeholder: placeholder && t(placeholder),
        ...form.getInputProps(name),
        ...(isFirst ? { 'data-autofocus': true } : {}),
      }
      if (lines === 'many') return <Textarea {...props} autosize minRows={3} maxRows={16} />
      return most < longLine ? <TextInput {...props} /> : <LineArea {...props} />
    }
    case 'choice':
      return (
        <Select {...shared} data={options(field.words)} allowDeselect={false} value={String(value)} onChange={set} />
      )
    case 'flag':
      return <Switch {...shared} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
    case 'day':
      return field.isToTheMinute === true ? (
        <TimeField {...shared} required={field.isRequired} value={value as string | null} onChange={set} />
      ) : (
        <DateField {...shared} required={field.isRequired} value={value as string | null} onChange={set} />
      )
    case 'number':
      return (
        <NumberInput
          {...shared}
          withAsterisk={field.isRequired}
          min={field.least}
          max={field.most}
          allowDecimal={!field.isWhole}
          placeholder={field.unit && t(field.unit)}
          suffix={field.unit && ` ${t(field.unit)}`}
          value={value === null ? '' : Number(value)}
          onChange={(next) => set(next === '' || next === '-' ? null : Number(next))}
        />
      )
    case 'money':
      return <MoneyInput {...shared} currency={currency} valueMinor={value as number | null} onChangeMinor={set} />
    case 'list':
      if (field.suggested !== undefined)
        return (
          <SuggestedTags
            {...shared}
            of={field.suggested}
            value={(value as readonly string[] | null) ?? []}
            onChange={set}
          />
        )
      return field.words === undefined ? (
        <TagsInput {...shared} value={[...((value as readonly string[] | null) ?? [])]} onChange={set} />
      ) : (
        <MultiSelect
          {...shared}
          searchable
          clearable
          data={options(field.words)}
          value={[...((value as readonly string[] | null) ?? [])]}
          onChange={set}
        />
      )
    case 'reference': {
      const current = record === null ? null : namedIn(record, name)
      const chosen = { value: value as string | null, onChange: set }
      if (field.to === 'person')
        return <PersonSelect {...shared} {...chosen} withAsterisk={field.isRequired} currentName={current?.name} />
      if (field.to === 'evidence_need')
        return <NeedSelect {...shared} {...chosen} controlId={form.getValues().controlId as string | null} />
      return <ReferenceSelect {...shared} {...chosen} to={field.to} required={field.isRequired} current={current} />
    }
  }
}
