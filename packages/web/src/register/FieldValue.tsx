import type { Field, NumberField } from '@sinew/core/register/field.ts'
import { isPastDue } from '@sinew/core/register/past-due.ts'
import type { Register } from '@sinew/core/register/register.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { RefText } from '../app/RefText.tsx'
import { Requirements } from '../app/RequirementLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { PastDue } from '../ui/PastDue.tsx'
import { Standing } from '../ui/Standing.tsx'
import { When } from '../ui/When.tsx'
import { namedIn, type Values } from './register-record.ts'
import { StateChip } from './StateChip.tsx'

type Props = {
  readonly name: string
  readonly field: Field
  readonly register: Register
  readonly record: Values
  readonly isShort?: boolean
}

/** What a field of an object holds, in words; nothing where it holds nothing. */
export function FieldValue({ name, field, register, record, isShort = false }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const now = useNow()
  const value = record[name]
  if (value === null || value === undefined || value === '') return null
  switch (field.kind) {
    case 'choice':
      if (name === register.states?.field) return <StateChip register={register} record={record} />
      return (
        <Standing bearing={field.bearing?.[String(value)]}>{t(field.words[String(value)] ?? String(value))}</Standing>
      )
    case 'flag':
      return value === true ? <Standing bearing={field.bearing}>{t('Yes')}</Standing> : t('No')
    case 'day':
      return (
        <PastDue is={isPastDue(register, name, record, now)}>
          <When at={String(value)} show={field.isToTheMinute === true ? 'time' : isShort ? 'day' : 'both'} />
        </PastDue>
      )
    case 'money':
      return <Money minor={Number(value)} currency={currency} />
    case 'number':
      // A unit in words goes by the number: `1 year`, `3 years`.
      if (/^[a-z]+s$/.test(field.unit ?? '')) return t(`{{count}} ${field.unit}`, { count: Number(value) })
      return [String(value).replace('-', '−'), unitOf(field, record, t)].join(' ').trim()
    case 'list': {
      const all = (value as readonly string[]).map((one) => t(field.words?.[one] ?? one))
      if (!isShort && all.some((one) => one.length > sentenceLength)) return <Sentences all={all} />
      if (field.suggested === 'requirements') return <Requirements refs={all} />
      return <RefText>{all.join(', ')}</RefText>
    }
    case 'reference': {
      const named = namedIn(record, name)
      if (named === null) return null
      return (
        <RefLink reference={named.ref}>{field.to === 'person' ? named.name : `${named.ref} ${named.name}`}</RefLink>
      )
    }
    default:
      return (
        <span style={{ whiteSpace: 'pre-wrap' }}>
          <RefText>{String(value)}</RefText>
        </span>
      )
  }
}

/** Units of a metric are its own; those of a duration or a share stand with the field. */
function unitOf({ unit, unitIn }: NumberField, record: Values, t: (sentence: string) => string): string {
  if (unitIn !== undefined) return String(record[unitIn] ?? '')
  return unit === undefined ? '' : t(unit)
}

/** From here on an entry of a list is a sentence, and stands on a line of its own. */
const sentenceLength = 40

function Sentences({ all }: { readonly all: readonly string[] }) {
  return (
    <ol style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {all.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ol>
  )
}

/** Whether there is nothing to show. */
export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
