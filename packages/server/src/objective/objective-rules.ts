import type {
  metricEvaluationRegister,
  metricRegister,
  metricValueRegister,
} from '@sinew/core/objective/metric-registers.ts'
import { thresholdRefusals, valueRefusals } from '@sinew/core/objective/metric-rules.ts'
import type { MetricStanding } from '@sinew/core/objective/metric-standing.ts'
import { objectiveRefusals, type objectiveRegister } from '@sinew/core/objective/objective-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { ActorKind, Writer } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { newestStanding, newestValue } from './metric-sql.ts'

const self = sql`record.id`

export const metricRules: RegisterRules<typeof metricRegister> = {
  searched: ['formula', 'source'],
  computed: {
    standing: (db, at) =>
      sql`case when record.status = 'retired' then 'retired'
        else coalesce((${newestStanding(db, 'record', sql.ref('record.target'), at)}), 'never') end`,
    newestValue: (db, at) => sql`(${newestValue(db, self, at).select('seen.value')})`,
    measuredAt: (db, at) => sql`(${newestValue(db, self, at).select('seen.measured_at')})`,
    dueAt: (db, at) =>
      sql`(${newestValue(db, self, at).select('seen.measured_at')}) + make_interval(days => record.cadence_days)`,
    isUnjudged: (db, at) => {
      const judged = db
        .selectFrom('metric_evaluation as judged')
        .select(sql`max(judged.evaluated_at)`.as('at'))
        .where(sql<boolean>`judged.metric_id = record.id`)
      return sql`coalesce((${newestValue(db, self, at).select('seen.created_at')})
        > coalesce((${judged}), '-infinity'::timestamptz), false)`
    },
  },
  check: async (_, __, values) => thresholdRefusals(values),
  keep: async (_, tx, { id }) => {
    const value = await tx.selectFrom('metric_value').select('id').where('metric_id', '=', id).executeTakeFirst()
    return value === undefined ? [] : refuse('has_values', 'Values are kept: a metric that was measured is retired.')
  },
}

const origins: Partial<Readonly<Record<ActorKind, string>>> = {
  token: 'pushed',
  collector: 'pushed',
  system: 'computed',
}

export const valueRules: RegisterRules<typeof metricValueRegister> = {
  begins: async ({ actor }) => ({ origin: origins[actor.kind] ?? 'hand' }),
  searched: ['source'],
  computed: {
    isCorrected: (db) =>
      sql`exists (${db
        .selectFrom('metric_value as correction')
        .select('correction.id')
        .where(sql<boolean>`correction.corrects_id = record.id`)})`,
  },
  check: async (ctx, tx, given) => {
    return valueRefusals(given, ctx.now, await findCorrected(tx, given.correctsId))
  },
}

async function findCorrected(tx: Writer, correctsId: string | null) {
  if (correctsId === null) return null
  const row = await tx.selectFrom('metric_value').select('metric_id').where('id', '=', correctsId).executeTakeFirst()
  if (row === undefined) return null
  const newer = await tx
    .selectFrom('metric_value')
    .select('id')
    .where('corrects_id', '=', correctsId)
    .executeTakeFirst()
  return { metricId: row.metric_id, isCorrected: newer !== undefined }
}

export const evaluationRules: RegisterRules<typeof metricEvaluationRegister> = {
  searched: ['action'],
  check: async (ctx, tx, { metricId }) => {
    const newest = await newestValue(tx, sql.val(metricId), ctx.now).select('seen.id').executeTakeFirst()
    return newest === undefined ? refuse('no_values', 'Nothing was measured yet, so there is nothing to judge.') : []
  },
  begins: async (ctx, tx, { metricId }) => {
    const newest = await newestValue(tx, sql.val(metricId), ctx.now).select('seen.id').executeTakeFirst()
    const metric = await tx
      .selectFrom('metric as measured')
      .where('id', '=', metricId)
      .select(newestStanding(tx, 'measured', sql.ref('measured.target'), ctx.now).as('standing'))
      .executeTakeFirst()
    return { valueId: newest?.id ?? null, stood: metric?.standing ?? 'never' }
  },
}

export const objectiveRules: RegisterRules<typeof objectiveRegister> = {
  searched: ['measure', 'plan'],
  computed: {
    standing: (db, at) => {
      const metric = db
        .selectFrom('metric as measured')
        .where(sql<boolean>`measured.id = record.metric_id`)
        .select(
          sql`coalesce((${newestStanding(db, 'measured', sql.ref('record.target'), at)}), 'never')`.as('standing'),
        )
      return sql`case when record.status <> 'open' then 'closed'
        when record.due_at < ${at}::timestamptz then 'overdue'
        when record.metric_id is null then 'unmeasured'
        else (${metric}) end`
    },
  },
  guard: async (ctx, tx, record, move) => {
    if (record.metricId === null) return objectiveRefusals(record, move, null)
    const row = await tx
      .selectFrom('metric as measured')
      .where('id', '=', record.metricId)
      .select(newestStanding(tx, 'measured', sql.val(record.target), ctx.now).as('standing'))
      .executeTakeFirst()
    return objectiveRefusals(record, move, (row?.standing as MetricStanding | null | undefined) ?? null)
  },
}
