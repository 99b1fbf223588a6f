import { supplierContractRegister } from '../../supplier/supplier-parts.ts'
import { supplierRegister } from '../../supplier/supplier-register.ts'
import { isPast, type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const inUse = (facts: ReadinessFacts) =>
  recordsIn(facts, supplierRegister).filter(({ status }) => status === 'active' || status === 'leaving')

const matters = ({ criticality }: { readonly criticality: string }) => ['high', 'critical'].includes(criticality)

/** A.5.19 to A.5.23. */
export const supplierRules: readonly ReadinessRule[] = [
  {
    id: 'no-suppliers',
    item: 'A.5.19',
    grade: 'minor',
    requirement: 'Risks that come with suppliers are managed.',
    find: (facts) =>
      gapIf(inUse(facts).length === 0, {
        evidence: 'The register of suppliers is empty.',
        gap: 'It cannot be told on whom the organisation depends.',
        repair: 'List the cloud, the software and everybody who handles your information.',
      }),
  },
  {
    id: 'supplier-without-criticality',
    item: 'A.5.19',
    grade: 'minor',
    requirement: 'Suppliers are told apart by how much depends on them.',
    find: (facts) =>
      gapWhere(
        seenIn(
          supplierRegister,
          inUse(facts).filter(({ criticality }) => criticality === 'undecided'),
        ),
        (names) => ({
          evidence: `No criticality is decided for: ${names}.`,
          gap: 'Nobody can tell which suppliers need a closer look.',
          repair: 'Decide for each what stops when it stops.',
        }),
      ),
  },
  {
    id: 'critical-supplier-without-contract',
    item: 'A.5.20',
    grade: 'minor',
    requirement: 'What suppliers have to do for security is agreed.',
    find: (facts) => {
      const agreed = new Set(recordsIn(facts, supplierContractRegister).map(({ supplierId }) => supplierId))
      const bare = inUse(facts).filter((one) => matters(one) && !agreed.has(one.id))
      return gapWhere(seenIn(supplierRegister, bare), (names) => ({
        evidence: `Much depends on them, and no contract is recorded: ${names}.`,
        gap: 'It cannot be shown what they promised.',
        repair: 'Record the contract and which security clauses it settles.',
      }))
    },
  },
  {
    id: 'supplier-review-overdue',
    item: 'A.5.22',
    grade: 'minor',
    requirement: 'Suppliers are watched and reviewed at planned intervals.',
    find: (facts) =>
      gapWhere(
        seenIn(
          supplierRegister,
          inUse(facts).filter(({ reviewDueAt }) => isPast(facts, reviewDueAt)),
        ),
        (names) => ({
          evidence: `Their review is overdue: ${names}.`,
          gap: 'Nobody has looked at them as often as was planned.',
          repair: 'Review each and record what came out.',
        }),
      ),
  },
  {
    id: 'supplier-certificate-over',
    item: 'A.5.22',
    grade: 'minor',
    requirement: 'What shows that a supplier can be trusted is up to date.',
    find: (facts) =>
      gapWhere(
        seenIn(
          supplierRegister,
          inUse(facts).filter(({ certificateUntil }) => isPast(facts, certificateUntil)),
        ),
        (names) => ({
          evidence: `Their last certificate has ended: ${names}.`,
          gap: 'Trust rests on a document that is no longer valid.',
          repair: 'Ask for the new certificate.',
        }),
      ),
  },
  {
    id: 'cloud-without-exit',
    item: 'A.5.23',
    grade: 'observation',
    requirement: 'Cloud services are chosen, used and left in a planned way.',
    find: (facts) =>
      gapWhere(
        seenIn(
          supplierRegister,
          inUse(facts).filter((one) => one.isCloud && matters(one) && one.exitPlan.trim() === ''),
        ),
        (names) => ({
          evidence: `Much depends on these cloud services, and no exit is planned: ${names}.`,
          gap: 'Nobody knows how to leave them.',
          repair: 'Write down how data come back, who could take over, and how long it takes.',
        }),
      ),
  },
]
