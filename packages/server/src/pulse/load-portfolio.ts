import type { PulsePortfolio } from '@sinew/contract/pulse/pulse-contract.ts'
import type { PortfolioSummary } from '../chain/portfolio-row.ts'
import type { Reader } from '../context.ts'

/** The portfolio as last written; null before the first time. */
export async function loadPortfolio(
  db: Reader,
): Promise<{ readonly computedAt: string; readonly portfolio: PulsePortfolio } | null> {
  const row = await db
    .selectFrom('portfolio_state')
    .select(['computed_at', 'inherent_minor', 'claimed_minor', 'proven_minor', 'target_minor', 'gap_minor', 'summary'])
    .executeTakeFirst()
  if (row === undefined) return null
  // Written by recompute; by an earlier release without distributions, until it is worked out anew.
  const summary = row.summary as PortfolioSummary
  if (summary.tail === undefined) return null
  return {
    computedAt: row.computed_at.toISOString(),
    portfolio: {
      inherentMinor: row.inherent_minor,
      claimedMinor: row.claimed_minor,
      provenMinor: row.proven_minor,
      targetMinor: row.target_minor,
      gapMinor: row.gap_minor,
      ...summary,
      picture:
        summary.picture === undefined
          ? null
          : { claimedMinor: [...summary.picture.claimed], provenMinor: [...summary.picture.proven] },
      borne: summary.borne == null ? null : toBorne(summary.borne),
      appetite: {
        ...summary.appetite,
        afterInsurance: summary.appetite.afterInsurance ?? false,
        points: [...summary.appetite.points],
      },
    },
  }
}

function toBorne({ policies, before, after, ...rest }: NonNullable<PortfolioSummary['borne']>) {
  return {
    ...rest,
    policies: [...policies],
    before: { ...before, points: [...before.points] },
    after: { ...after, points: [...after.points] },
  }
}
