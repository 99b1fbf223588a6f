import type { climateDecisionRegister } from '@sinew/core/context/climate-decision-register.ts'
import type { contextIssueRegister } from '@sinew/core/context/context-issue-register.ts'
import type { partyRequirementRegister } from '@sinew/core/context/interested-party-register.ts'
import {
  type ismsProcessRegister,
  type processFeedRegister,
  rhythmDays,
} from '@sinew/core/context/isms-process-register.ts'
import { ismsRiskRefusals, type ismsRiskRegister } from '@sinew/core/context/isms-risk-register.ts'
import { requirementRefusals } from '@sinew/core/context/requirement-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { RegisterRules } from '../register/register-rules.ts'

export const issueRules: RegisterRules<typeof contextIssueRegister> = {
  searched: ['effect'],
  computed: {
    isOverdue: (_, at) => sql`record.status = 'watched' and coalesce(record.review_at < ${at}::timestamptz, false)`,
  },
}

export const climateRules: RegisterRules<typeof climateDecisionRegister> = {
  searched: ['reasoning'],
  computed: {
    standing: (db, at) => {
      const newer = db
        .selectFrom('climate_decision as newer')
        .select('newer.id')
        .where(sql<boolean>`newer.number > record.number`)
      return sql`case when exists (${newer}) then 'superseded' when record.revisit_at < ${at}::timestamptz then 'overdue'
        else 'holds' end`
    },
  },
  check: async (ctx, _, { revisitAt }) =>
    Date.parse(revisitAt) > ctx.now.getTime()
      ? []
      : refuse('revisit_past', 'Say until when the decision holds: that day lies ahead.'),
}

export const requirementRules: RegisterRules<typeof partyRequirementRegister> = {
  searched: ['source'],
  check: async (_, __, values) => requirementRefusals(values),
}

const rhythm = sql.join(
  Object.entries(rhythmDays).flatMap(([key, days]) => (days === null ? [] : [sql`when ${key} then ${days}::int`])),
  sql` `,
)

export const processRules: RegisterRules<typeof ismsProcessRegister> = {
  searched: ['purpose'],
  check: async (ctx, _, { lastRunAt }) =>
    lastRunAt !== null && isDayAhead(lastRunAt, ctx.now.getTime())
      ? refuse('run_ahead', 'That day lies ahead: say when the process ran last.')
      : [],
  computed: {
    run: (_, at) =>
      sql`case when record.last_run_at is null then 'never'
        when record.last_run_at + make_interval(days => case record.rhythm ${rhythm} end) < ${at}::timestamptz then 'late'
        else 'on_time' end`,
    nextRunAt: () => sql`record.last_run_at + make_interval(days => case record.rhythm ${rhythm} end)`,
  },
}

export const feedRules: RegisterRules<typeof processFeedRegister> = {
  check: async (_, __, { processId, fromProcessId }) =>
    processId === fromProcessId ? refuse('feeds_itself', 'A process does not feed itself: choose another.') : [],
}

export const riskRules: RegisterRules<typeof ismsRiskRegister> = {
  searched: ['effect', 'action'],
  guard: async (_, __, record, move) => ismsRiskRefusals(record, move),
}
