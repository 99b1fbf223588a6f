import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { workKindWords } from '@sinew/core/work/work-kinds.ts'
import { registerNouns } from '../app/register-nouns.ts'
import type { Noun } from '../ui/noun-icons.ts'

/** What people call a kind of work: one of its own, or a register. */
export function kindWord(kind: string): string {
  const own: Readonly<Record<string, string>> = workKindWords
  return own[kind] ?? registerHeads.find(({ table }) => table === kind)?.label ?? kind
}

const nouns: Readonly<Record<string, Noun>> = {
  evidence: 'evidence',
  action: 'treatment',
  control: 'control',
  risk_review: 'risk',
  risk_decision: 'risk',
  acceptance: 'acceptance',
  obligation: 'obligation',
  estimate: 'calibration',
  rate_update: 'backTest',
  collector: 'collector',
  methodology: 'methodology',
  approval: 'soa',
  insurance: 'insurance',
  mention: 'comment',
  unowned: 'person',
}

export function kindNoun(kind: string): Noun {
  return nouns[kind] ?? registerNouns[kind] ?? 'register'
}
