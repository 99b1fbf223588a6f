import type { auditRegister } from '@sinew/core/audit/audit-register.ts'
import { canCloseAudit, canPrepare, canReport } from '@sinew/core/audit/audit-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import { invalidField } from '../errors.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { auditContent } from './audit-content.ts'
import { auditorsOf, checksOf, findingsOf, nonconformitiesOf } from './audit-store.ts'
import { refuseOwners } from './auditor-rules.ts'
import { assertSites } from './known-sites.ts'
import { openNonconformities } from './open-nonconformities.ts'

export const auditRules: RegisterRules<typeof auditRegister> = {
  searched: ['objective', 'criteria', 'conclusion'],
  computed: {
    leadAuditor: () => sql`coalesce((select string_agg(person.name, ', ' order by person.name)
      from audit_auditor a join person on person.id = a.person_id where a.audit_id = record.id and a.role = 'lead'), '')`,
  },
  check: async (_, tx, values, before) => {
    if (Date.parse(values.endsAt) < Date.parse(values.startsAt))
      throw invalidField('endsAt', 'It ends before it begins.')
    await assertRequirements(tx, 'clauses', values.clauses)
    await assertRequirements(tx, 'controls', values.controls)
    await assertSites(tx, 'sites', values.sites)
    return before === null ? [] : refuseOwners(tx, values, values.programmeId, await auditorsOf(tx, before.id))
  },
  guard: async (_, tx, record, { to }) => {
    const auditors = await auditorsOf(tx, record.id)
    switch (to) {
      case 'prepared':
      case 'running':
        return [
          ...canPrepare(record, auditors, await checksOf(tx, record.id)),
          // Who owns what may have changed since they were chosen.
          ...(await refuseOwners(tx, record, record.programmeId, auditors)),
        ]
      case 'reported':
        return canReport(record, await checksOf(tx, record.id), await findingsOf(tx, record.id))
      case 'actions_open': {
        const opened = await nonconformitiesOf(tx, record.id)
        return opened.length === 0
          ? refuse('nothing_open', 'It found no nonconformity: there is nothing to follow up. Close it.')
          : []
      }
      case 'closed':
        return canCloseAudit(await nonconformitiesOf(tx, record.id))
      default:
        return []
    }
  },
  moved: async (ctx, tx, record, { to }) => {
    if (to !== 'reported') return
    await openNonconformities(ctx, tx, record)
    const hash = contentHash(await auditContent(tx, record))
    await tx.updateTable('audit').set({ report_hash: hash }).where('id', '=', record.id).execute()
  },
  keep: async (_, tx, { id, state }) => {
    if (state !== 'planned')
      return refuse('in_work', 'It is in work already: report or close it, so that the record of it stays.')
    const seen = await tx.selectFrom('audit_evidence').select('id').where('audit_id', '=', id).executeTakeFirst()
    return seen === undefined
      ? []
      : refuse('has_evidence', 'Auditors wrote down what they saw: that stays, and the audit with it.')
  },
}
