import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import { isDueOf } from '@sinew/core/register/past-due.ts'
import { heldRefusals, type Register, registerRef } from '@sinew/core/register/register.ts'
import { type AnyRecord, namedIn, nameOf, type Values } from './register-record.ts'

/** The field that heads its page: the reference that tells it apart, or its words. */
export function headingOf({ insideBy, named }: Register): string {
  return insideBy ?? named
}

/** What heads its page. */
export function titleOf(register: Register, record: Values): string {
  const { insideBy } = register
  return (insideBy === undefined ? null : namedIn(record, insideBy))?.name ?? nameOf(register, record)
}

/** Why none of its fields can be changed; some of an object that is held can be all the same. */
export function changeRefusals({ held }: Register, { frozen }: AnyRecord): readonly Refusal[] {
  return frozen === null || held?.but !== undefined ? [] : refuse('frozen', frozen)
}

/** What its form begins with to say that it is done now; null where that was said, or is never said. */
export function doneValues({ doneBy, fields, work }: Register, record: Values): Values | null {
  if (doneBy === undefined || (work.length > 0 && !work.some((one) => isDueOf(record, one)))) return null
  const { field, value } = doneBy
  const one = fields[field]
  const isOpen = one?.kind === 'choice' ? record[field] === one.initial : record[field] === null
  return isOpen ? { [field]: value ?? new Date().toISOString() } : null
}

/** Why it cannot be removed. */
export function removalRefusals({ frozen }: AnyRecord): readonly Refusal[] {
  return frozen === null ? [] : refuse('frozen', frozen)
}

/** Why nothing is added to an object, by the state in which it is. */
export function additionRefusals(part: Register, whole: Register, record: AnyRecord): readonly Refusal[] {
  const state = String(record[whole.states?.field ?? ''])
  return heldRefusals(part, whole, { ref: registerRef(whole, record.number), state })
}
