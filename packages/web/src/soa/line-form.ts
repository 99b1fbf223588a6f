import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'

export type LineFormValues = {
  applicable: boolean
  justification: string
  writtenReasons: { kind: SoaLine['writtenReasons'][number]['kind']; text: string }[]
  remarks: string
  /** Of the decision, for the ledger. */
  reason: string
}

type Decided = Pick<SoaLine, 'applicable' | 'justification' | 'writtenReasons' | 'remarks'>

export function valuesOf({ applicable, justification, writtenReasons, remarks }: Decided): LineFormValues {
  return { applicable, justification, writtenReasons: writtenReasons.map((one) => ({ ...one })), remarks, reason: '' }
}

/** A value of the form in a comparison. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: { text?: string }) => one.text ?? '').join('; ')
  return value === true ? 'applicable' : value === false ? 'excluded' : String(value ?? '')
}
