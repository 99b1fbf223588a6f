import type { FixAction, LintRuleId } from '@sinew/core/soa/lint-issue.ts'
import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import { z } from 'zod'
import { reasonKinds } from '../control/control-words.ts'

/** A rule or an action by its stable id; the sets are core's, so that the wire never lags behind them. */
const word = <T extends string>() => z.string() as unknown as z.ZodType<T, T>

/** What a reason or a fix points at; `ref` is what people call it (R-12, O-3). */
const source = z.object({ entity: z.string(), id: z.string(), ref: z.string(), label: z.string() })

export const reasonSchema = z.object({
  kind: z.enum(reasonKinds),
  text: z.string(),
  /** The risk or obligation it is derived from; null for one that a person wrote. */
  source: source.nullable(),
})

export const writtenReasonSchema = z.strictObject({
  kind: z.enum(reasonKinds),
  text: z.string().trim().min(1, 'Say why the control is necessary.').max(2_000),
})

export const issueSchema = z.object({
  rule: word<LintRuleId>(),
  severity: z.enum(lintSeverities),
  /** Null for an issue of the whole statement. */
  controlId: z.uuid().nullable(),
  ref: z.string().nullable(),
  sentence: z.string(),
  /** What repairs it: the object to open, and what is already chosen there. */
  fix: z.object({ entity: z.string(), id: z.string(), action: word<FixAction>() }),
})
export type Issue = z.infer<typeof issueSchema>

export const soaFields = [
  'line',
  'title',
  'applicable',
  'justification',
  'reasons',
  'needs',
  'implementation',
  'description',
  'owner',
  'plannedAt',
  'remarks',
  'proof',
] as const

/** One difference. A decision asks for a new version, a status only informs. */
export const changeSchema = z.object({
  controlId: z.uuid(),
  ref: z.string(),
  title: z.string(),
  field: z.enum(soaFields),
  before: z.string().nullable(),
  after: z.string().nullable(),
  needsApproval: z.boolean(),
  sentence: z.string(),
})

export const refusalSchema = z.object({ code: z.string(), message: z.string() })
