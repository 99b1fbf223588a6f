import type { externalFindingRegister } from '@sinew/core/certification/certification-register.ts'
import { nonconformityRegister } from '@sinew/core/nonconformity/nonconformity-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { emptyValue } from '@sinew/core/register/field.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import { invalidField } from '../errors.ts'
import { nonconformityRules } from '../nonconformity/nonconformity-rules.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { insertRecord } from '../register/write-record.ts'

const empty = Object.fromEntries(
  Object.entries(nonconformityRegister.fields).map(([key, field]) => [key, emptyValue(field)]),
)
const nonconforming = ['major', 'minor']

export const externalFindingRules: RegisterRules<typeof externalFindingRegister> = {
  searched: ['seen', 'gap'],
  computed: {
    // The clock of core's findingClock: six months after stage 2 for a major, or the body's term where that is sooner.
    clockAt:
      () => sql`case when record.grade = 'minor' then record.term_at when record.grade = 'major' then least(record.term_at,
      (select a.ends_at + interval '6 months' from external_audit a where a.id = record.external_audit_id and a.kind = 'stage2')) end`,
    isMet: () => sql`(record.grade not in ('major', 'minor') or record.verified_at is not null
      or (record.grade = 'minor' and record.plan_accepted_at is not null))`,
  },
  begins: async (ctx, tx, values) => {
    if (!nonconforming.includes(values.grade)) return {}
    const { title, grade, requirements, seen, gap, ownerId } = values
    const nonconformityId = await insertRecord(ctx, tx, nonconformityRegister, nonconformityRules, {
      ...empty,
      ...{ title, grade, requirements, seen, gap, ownerId },
      source: 'external_audit',
      foundAt: ctx.now.toISOString(),
    })
    return { nonconformityId }
  },
  check: async (ctx, tx, values, before) => {
    await assertRequirements(tx, 'requirements', values.requirements)
    if (nonconforming.includes(values.grade) && values.termAt === null)
      throw invalidField('termAt', 'Say by when the body wants it: the clock runs from its term.')
    for (const key of ['planAcceptedAt', 'verifiedAt'] as const)
      if (values[key] !== null && isDayAhead(values[key], ctx.now.getTime()))
        throw invalidField(key, 'It cannot have been in the future.')
    if (before !== null && nonconforming.includes(before.grade) !== nonconforming.includes(values.grade))
      return refuse('grade_is_given', 'Whether it is a nonconformity was decided when it was found: add a new finding.')
    return []
  },
  keep: async (_, __, { nonconformityId }) =>
    nonconformityId === null ? [] : refuse('opened', 'It opened a nonconformity: the record of it stays.'),
}
