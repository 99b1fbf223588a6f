import type { Register } from '@sinew/core/register/register.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { type AnyRecord, fieldsOf } from './register-record.ts'

/** The state an object is in, beside its title. */
export function StateChip({ register, record }: { readonly register: Register; readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const { states } = register
  if (states === undefined) return null
  const field = fieldsOf(register)[states.field]
  const state = String(record[states.field])
  if (field?.kind !== 'choice') return null
  return <Chip look={states.frozen.includes(state) ? 'quiet' : 'strong'}>{t(field.words[state] ?? state)}</Chip>
}
