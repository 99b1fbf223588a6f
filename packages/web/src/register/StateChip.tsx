import { type Register, stateWords } from '@sinew/core/register/register.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import type { Values } from './register-record.ts'

/** The state an object is in, beside its title and in lists. */
export function StateChip({ register, record }: { readonly register: Register; readonly record: Values }) {
  const { t } = useTranslation()
  const { states } = register
  if (states === undefined) return null
  const state = String(record[states.field])
  const isOver = states.frozen.includes(state) && states.live?.includes(state) !== true
  return <Chip look={isOver ? 'quiet' : 'strong'}>{t(stateWords(register)[state] ?? state)}</Chip>
}
