import {
  certificationRegister,
  externalAuditRegister,
  externalFindingRegister,
} from '../../certification/certification-register.ts'
import { type Deadline, deadlinesOf } from '../../certification/deadlines.ts'
import { isPast, type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapWhere, type ReadinessRule, type Seen } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const nearDays = 60

type CycleDeadline = Deadline & { readonly certification: Seen; readonly isPlanned: boolean }

/** The deadlines of every cycle that goes on, each with whether the audit it asks for is planned in time. */
function deadlines(facts: ReadinessFacts): readonly CycleDeadline[] {
  const audits = recordsIn(facts, externalAuditRegister)
  return recordsIn(facts, certificationRegister)
    .filter(({ state }) => state !== 'ended')
    .flatMap((cycle) => {
      const own = audits.filter(({ certificationId }) => certificationId === cycle.id)
      return deadlinesOf(cycle, own, facts.at).flatMap((deadline) =>
        seenIn(certificationRegister, [cycle]).map((certification) => ({
          ...deadline,
          certification,
          isPlanned: own.some(
            ({ kind, state, startsAt }) =>
              kind === deadline.key && state === 'planned' && startsAt <= deadline.dueAt && !isPast(facts, startsAt),
          ),
        })),
      )
    })
}

const isAudit = ({ key }: Deadline) => key !== 'expiry' && key !== 'restore'
const whatOf = (found: readonly CycleDeadline[]) =>
  found
    .map(({ title, dueAt, certification }) => `${title} of ${certification.ref}, due ${dueAt.slice(0, 10)}`)
    .join('; ')

/** What keeps the certificate: the certification body's dates are promised to it by contract. */
export const certificationRules: readonly ReadinessRule[] = [
  {
    id: 'certification-audit-late',
    item: 'A.5.31',
    grade: 'major',
    requirement: 'Audits of the certification body take place by their deadlines.',
    find: (facts) => {
      const late = deadlines(facts).filter((one) => isAudit(one) && one.state === 'late')
      return gapWhere(
        late.map(({ certification }) => certification),
        () => ({
          evidence: `Its deadline has passed: ${whatOf(late)}.`,
          gap: 'The body may suspend or withdraw the certificate.',
          repair: 'Call the certification body today and agree on a day.',
        }),
      )
    },
  },
  {
    id: 'certification-audit-near',
    item: 'A.5.31',
    grade: 'observation',
    requirement: 'Audits of the certification body are arranged in time.',
    find: (facts) => {
      const near = deadlines(facts).filter(
        (one) =>
          isAudit(one) && one.state === 'open' && one.alertDays !== null && one.alertDays <= nearDays && !one.isPlanned,
      )
      return gapWhere(
        near.map(({ certification }) => certification),
        () => ({
          evidence: `Less than ${nearDays} days away, and no audit is planned: ${whatOf(near)}.`,
          gap: 'Auditors are booked months ahead.',
          repair: 'Agree on the days with the certification body, and record the audit.',
        }),
      )
    },
  },
  {
    id: 'certificate-expired',
    item: 'A.5.31',
    grade: 'major',
    requirement: 'A certificate that is shown to others is valid.',
    find: (facts) => {
      const over = deadlines(facts).filter(({ key, state }) => key === 'expiry' && state === 'late')
      return gapWhere(
        over.map(({ certification }) => certification),
        (names) => ({
          evidence: `Its last day has passed: ${names}.`,
          gap: 'Customers are shown a certificate that is not valid.',
          repair: 'Stop showing it, and complete the recertification within six months.',
        }),
      )
    },
  },
  {
    id: 'finding-of-the-body-late',
    item: '10.2.a',
    grade: 'major',
    requirement: 'Findings of the certification body are answered within its terms.',
    find: (facts) => {
      const late = recordsIn(facts, externalFindingRegister).filter(
        ({ clockAt, isMet }) => !isMet && isPast(facts, clockAt),
      )
      return gapWhere(seenIn(externalFindingRegister, late), (names) => ({
        evidence: `The term has passed: ${names}.`,
        gap: 'The certificate depends on an answer that is not there.',
        repair: 'Send the plan or the proof now, and tell the body why it is late.',
      }))
    },
  },
]
