import type { Field } from '@sinew/core/register/field.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { Requirements } from '../app/RequirementLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import { namedIn, type Values } from './register-record.ts'

type Props = { readonly name: string; readonly field: Field; readonly record: Values; readonly isShort?: boolean }

/** What a field of an object holds, in words; nothing where it holds nothing. */
export function FieldValue({ name, field, record, isShort = false }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const value = record[name]
  if (value === null || value === undefined || value === '') return null
  switch (field.kind) {
    case 'choice':
      return t(field.words[String(value)] ?? String(value))
    case 'flag':
      return value === true ? t('Yes') : t('No')
    case 'day':
      if (field.isToTheMinute === true) return <When at={String(value)} show="time" />
      return <When at={String(value)} show={isShort ? 'day' : 'both'} />
    case 'money':
      return <Money minor={Number(value)} currency={currency} />
    case 'number':
      // A unit in words goes by the number: `1 year`, `3 years`.
      if (/^[a-z]+s$/.test(field.unit ?? '')) return t(`{{count}} ${field.unit}`, { count: Number(value) })
      return [String(value).replace('-', '−'), field.unit === undefined ? '' : t(field.unit)].join(' ').trim()
    case 'list': {
      const all = (value as readonly string[]).map((one) => t(field.words?.[one] ?? one))
      if (!isShort && all.some((one) => one.length > sentenceLength)) return <Sentences all={all} />
      if (field.suggested === 'requirements') return <Requirements refs={all} />
      return all.join(', ')
    }
    case 'reference': {
      const named = namedIn(record, name)
      if (named === null) return null
      return (
        <RefLink reference={named.ref}>{field.to === 'person' ? named.name : `${named.ref} ${named.name}`}</RefLink>
      )
    }
    default:
      return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
  }
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
