import {
  type ActionFacts,
  canAnalyse,
  canCheckEffect,
  canClose,
  canContain,
  canFinish,
  canPlan,
} from '@sinew/core/nonconformity/closing-rules.ts'
import type { nonconformityRegister } from '@sinew/core/nonconformity/nonconformity-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { actingPerson } from '../register/write-record.ts'

/** An earlier case on the same requirement within the three years of a certification cycle. */
const earlier = sql`
  from nonconformity earlier
  where earlier.id <> record.id and earlier.requirements && record.requirements and earlier.found_at < record.found_at
    and earlier.found_at >= record.found_at - interval '3 years'`

export const nonconformityRules: RegisterRules<typeof nonconformityRegister> = {
  searched: ['requirement', 'seen', 'gap', 'cause'],
  computed: {
    recursOf: () =>
      sql`coalesce((select 'NC-' || earlier.number ${earlier} order by earlier.found_at desc limit 1), '')`,
    isRecurrence: () => sql`exists (select ${earlier})`,
    isOverdue: (_, at) => sql`
      record.state <> 'closed' and (
        (record.state in ('open', 'contained', 'analysed', 'planned', 'approved') and exists (
          select from corrective_action action
          where action.nonconformity_id = record.id and action.done_at is null and action.due_at < ${at}))
        or (record.checked_at is null and coalesce(record.check_due_at < ${at}, false)))`,
  },
  check: async (ctx, tx, values) => {
    await assertRequirements(tx, 'requirements', values.requirements)
    if (isDayAhead(values.foundAt, ctx.now.getTime()))
      throw invalidField('foundAt', 'It cannot have been found in the future.')
    if (values.correctedAt !== null && isDayAhead(values.correctedAt, ctx.now.getTime()))
      throw invalidField('correctedAt', 'It cannot have been corrected in the future.')
    return []
  },
  guard: async (ctx, tx, record, { to }) => {
    const actions = await actionsOf(tx, record.id)
    switch (to) {
      case 'contained':
        return canContain(record)
      case 'analysed':
        return canAnalyse(record)
      case 'planned':
        return canPlan(record, actions)
      case 'approved':
        return canPlan(record, actions)
      case 'done':
        return canFinish(record, actions)
      case 'checked':
        return canCheckEffect(record, actions, { personId: await actingPerson(ctx, tx), at: ctx.now.toISOString() })
      case 'closed':
        return canClose(record, actions)
      default:
        return []
    }
  },
  moved: async (_, tx, record, { to }) => {
    if (to !== 'open') return
    await tx.updateTable('nonconformity').set({ reopenings: sql`reopenings + 1` }).where('id', '=', record.id).execute()
  },
  keep: async (_, tx, { id, state }) => {
    if (state !== 'open') return refuse('in_work', 'It is in work already: close it, so that the record of it stays.')
    const found = await tx
      .selectFrom('audit_finding')
      .select('number')
      .where('nonconformity_id', '=', id)
      .executeTakeFirst()
    return found === undefined ? [] : refuse('found', `An audit found it, as F-${found.number}: it stays.`)
  },
}

async function actionsOf(tx: Reader, nonconformityId: string): Promise<readonly ActionFacts[]> {
  const rows = await tx
    .selectFrom('corrective_action')
    .select(['number', 'owner_id', 'done_at', 'proof', 'evidence_id'])
    .where('nonconformity_id', '=', nonconformityId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    ref: `CA-${row.number}`,
    ownerId: row.owner_id,
    doneAt: row.done_at?.toISOString() ?? null,
    hasProof: row.proof !== '' || row.evidence_id !== null,
  }))
}
