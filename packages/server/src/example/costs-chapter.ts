import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { updateControl } from '@sinew/contract/control/control-contract.ts'
import { createPolicy } from '@sinew/contract/insurance/insurance-contract.ts'
import { createWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import { bestWithinBudget } from '@sinew/core/what-if/best-within-budget.ts'
import { whatIfPricer } from '@sinew/core/what-if/price-what-if.ts'
import { treatmentsOf } from '@sinew/core/what-if/treatments.ts'
import { noChange } from '@sinew/core/what-if/what-if.ts'
import { inDays } from './registers-chapter.ts'
import { knownControl, type StoryStep, storyDays } from './story.ts'
import { type StoryCost, storyCosts } from './story-costs.ts'

const budgetMinor = 2_000_000

/** What the controls cost, from the books, and the question management asked next. */
export function costsChapter(): readonly StoryStep[] {
  const costs = Object.entries(storyCosts).map(([ref, cost], at) => costStep(ref, cost, 270 + at))
  return [...costs, insure(), whatWouldItBuy()]
}

function costStep(ref: string, { bought, years, run }: StoryCost, day: number): StoryStep {
  return {
    day,
    who: 'stefan',
    act: async ({ client, organizationId, memory }) => {
      const control = knownControl(memory, ref)
      const params = { organizationId, controlId: control.id }
      const body = {
        capexMinor: bought === undefined ? null : bought * 100,
        lifetimeYears: years ?? null,
        opexMinor: run * 100,
      }
      control.version = (await client.call(updateControl, { params, ifMatch: control.version, body })).version
    },
  }
}

/** The policy that the bank asked for: a year from the day it was signed. */
function insure(): StoryStep {
  return {
    day: 290,
    who: 'stefan',
    act: ({ client, organizationId, at }) =>
      client.call(createPolicy, {
        params: { organizationId },
        body: {
          name: 'Cyber policy',
          insurer: 'Havenlicht Mutual',
          per: 'event',
          deductibleMinor: 2_500_000,
          limitMinor: 50_000_000,
          premiumMinor: 1_950_000,
          validFrom: at.toISOString(),
          validUntil: inDays(at, 365),
          note: 'Asked for by the bank with the loan. Names backup and second factor as conditions.',
        },
      }),
  }
}

function whatWouldItBuy(): StoryStep {
  return {
    day: storyDays - 6,
    who: 'tomas',
    settle: true,
    act: async ({ client, organizationId }) => {
      const params = { organizationId }
      const { at, snapshot } = await client.call(getSnapshot, { params })
      const asked = { ...noChange, budgetMinor }
      const { ids } = bestWithinBudget(
        asked,
        treatmentsOf(snapshot),
        budgetMinor,
        whatIfPricer(snapshot, Date.parse(at)),
      )
      await client.call(createWhatIf, {
        params,
        body: {
          name: 'What would €20k buy?',
          note: 'Asked in the management meeting: the best we can put in place for 20,000 euros a year.',
          content: {
            ...asked,
            insurance: null,
            controls: ids.map((controlId) => ({ controlId, change: 'done' as const })),
          },
        },
      })
    },
  }
}
