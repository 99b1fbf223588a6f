import type { auditExceptionRegister, auditProgrammeRegister } from '@sinew/core/audit/audit-programme-register.ts'
import { canApproveProgramme } from '@sinew/core/audit/coverage.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { invalidField } from '../errors.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { assertSites } from './known-sites.ts'
import { loadCoverage } from './load-coverage.ts'

const mostYears = 5

export const programmeRules: RegisterRules<typeof auditProgrammeRegister> = {
  searched: ['frequency', 'methods', 'weighting'],
  check: async (_, tx, { startsAt, endsAt, criticalControls }) => {
    const days = (Date.parse(endsAt) - Date.parse(startsAt)) / 86_400_000
    if (days < 0) throw invalidField('endsAt', 'It ends before it begins.')
    if (days > mostYears * 366)
      throw invalidField('endsAt', `A programme spans at most ${mostYears} years, usually three.`)
    await assertRequirements(tx, 'criticalControls', criticalControls)
    return []
  },
  guard: async (_, tx, record, { to }) => {
    if (to !== 'approved') return []
    const said = [record.frequency, record.methods, record.weighting]
    return [
      ...(record.responsibleId === null || record.systemOwnerId === null
        ? refuse(
            'no_responsible',
            'Nobody is responsible: choose who runs the programme, and who runs the ISMS and therefore audits none of it.',
          )
        : []),
      ...(said.includes('')
        ? refuse('no_method', 'Frequency, methods or weighting are missing: say how often, how, and what counts more.')
        : []),
      ...canApproveProgramme((await loadCoverage(tx, record.id)).rows),
    ]
  },
  keep: async (_, tx, { id }) => {
    const audit = await tx.selectFrom('audit').select('number').where('programme_id', '=', id).executeTakeFirst()
    return audit === undefined
      ? []
      : refuse('has_audits', `AU-${audit.number} belongs to it: give its audits to another programme first.`)
  },
}

export const exceptionRules: RegisterRules<typeof auditExceptionRegister> = {
  check: async (_, tx, { requirements, sites }) => {
    if (requirements.length + sites.length === 0)
      throw invalidField('requirements', 'Say what is not audited: clauses, controls or sites.')
    await assertRequirements(tx, 'requirements', requirements)
    await assertSites(tx, 'sites', sites)
    return []
  },
}
