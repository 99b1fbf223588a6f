import type { Refusal } from '../refusal.ts'

export type SupplierFacts = {
  readonly criticality: string
  readonly status: string
  readonly ownerId: string | null
  readonly isProcessor: string
  readonly data: readonly string[]
  readonly exitPlan: string
  readonly reviewDueAt: number | null
  readonly reviewEveryDays: number | null
  readonly contracts: readonly {
    readonly kind: string
    readonly clauses: readonly string[]
    readonly until: number | null
  }[]
  readonly certificates: readonly { readonly validUntil: number }[]
}

const gap = (isThere: boolean, code: string, message: string): readonly Refusal[] =>
  isThere ? [{ code, message }] : []

/** What is missing of a supplier at `t`, in sentences; what ran out counts as not there. Considered and ended ones owe nothing. */
export function supplierGaps(supplier: SupplierFacts, t: number): readonly Refusal[] {
  if (supplier.status === 'considered' || supplier.status === 'ended') return []
  const isSevere = supplier.criticality === 'high' || supplier.criticality === 'critical'
  const contracts = supplier.contracts.filter(({ until }) => until === null || until >= t)
  const clauses = new Set(contracts.flatMap((contract) => contract.clauses))
  const ranOut = supplier.certificates.length > 0 && supplier.certificates.every(({ validUntil }) => validUntil < t)
  const hasPersonal = supplier.data.some((kind) => kind === 'personal' || kind === 'special')
  return [
    ...gap(supplier.criticality === 'undecided', 'no-criticality', 'Decide how critical it is.'),
    ...gap(supplier.ownerId === null, 'no-owner', 'Nobody here answers for it.'),
    ...gap(contracts.length === 0, 'no-contract', 'No contract is in force.'),
    ...gap(
      isSevere && contracts.length > 0 && !clauses.has('measures'),
      'no-measures',
      'It is critical, and no contract settles its security measures.',
    ),
    ...gap(
      isSevere && contracts.length > 0 && !clauses.has('notice'),
      'no-notice',
      'It is critical, and no contract makes it tell of incidents.',
    ),
    ...gap(
      supplier.isProcessor === 'yes' && !contracts.some(({ kind }) => kind === 'processing'),
      'no-processing-agreement',
      'It processes personal data for us without a data processing agreement in force.',
    ),
    ...gap(
      hasPersonal && supplier.isProcessor === 'unknown',
      'processor-unknown',
      'It handles personal data: say whether it processes them for us.',
    ),
    ...gap(supplier.reviewEveryDays === null, 'no-cadence', 'Say how often it is reviewed.'),
    ...gap(
      supplier.reviewEveryDays !== null && (supplier.reviewDueAt === null || supplier.reviewDueAt < t),
      'review-due',
      'Its review is due.',
    ),
    ...gap(ranOut, 'certificate-ended', 'Every certificate of it has run out.'),
    ...gap(
      isSevere && supplier.exitPlan === '',
      'no-exit-plan',
      'It is critical, and there is no plan for leaving it.',
    ),
  ]
}
