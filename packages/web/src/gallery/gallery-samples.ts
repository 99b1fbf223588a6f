import type { Explanation } from '@sinew/core/explanation/explanation.ts'

const day = 86_400_000
export const asOf = Date.UTC(2026, 5, 15, 9, 30)

const term = (
  label: string,
  value: number | string,
  unit: Explanation['unit'],
  rest: Partial<Explanation> = {},
): Explanation => ({
  label,
  value,
  unit,
  asOf,
  terms: [],
  ...rest,
})

export const assuranceTree: Explanation = term('Assurance of A.8.13', 0.61, 'share', {
  formula: 'implemented share × Σ weight × freshness × result × provenance ÷ Σ weight',
  source: { entity: 'control', id: 'c', ref: 'A.8.13', label: 'Information backup' },
  terms: [
    term('Implemented share', 1, 'share'),
    term('Restore test', 0.42, 'share', {
      formula: 'freshness × result × provenance',
      source: { entity: 'evidence', id: 'e', ref: 'E-40', label: 'Restore of the customer database' },
      terms: [
        term('Freshness', 0.42, 'share', { formula: '0.5 ^ (days late ÷ 45)', terms: [term('Late', 57, 'days')] }),
        term('Result', 'passed', 'state'),
        term('Provenance: attested by an independent person', 1, 'share'),
      ],
    }),
    term('Backup job report', 1, 'share', {
      source: { entity: 'evidence', id: 'f', ref: 'E-112', label: 'Nightly job, 30 of 30' },
    }),
  ],
})

export type SampleRisk = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly owner: string
  readonly proof: 'proven' | 'stale' | 'failing' | 'unproven'
  readonly provenMinor: number
  readonly claimedMinor: number
  readonly reviewAt: number
}

const titles = [
  ['Ransomware encrypts the production database and its backups', 'J. Doe', 'stale', 41_000_000, 12_000_000],
  ['A supplier with administrator access is breached', 'M. Ortiz', 'unproven', 26_500_000, 9_800_000],
  ['Customer data sent to the wrong recipient', 'A. Kaya', 'proven', 3_400_000, 3_100_000],
  ['Stolen laptop with cached credentials', 'L. Chen', 'proven', 1_250_000, 1_250_000],
  ['Payment fraud by a forged supplier invoice', 'P. Novak', 'failing', 18_900_000, 4_400_000],
  ['Cloud region unavailable for more than a day', 'J. Doe', 'proven', 7_600_000, 6_900_000],
] as const

export const sampleRisks: readonly SampleRisk[] = titles.map(
  ([title, owner, proof, provenMinor, claimedMinor], index) => ({
    id: `risk-${index}`,
    number: index + 1,
    title,
    owner,
    proof,
    provenMinor,
    claimedMinor,
    reviewAt: asOf + (index * 40 - 60) * day,
  }),
)
