import type { Attribution } from '@sinew/core/loss/attribution/attribute-controls.ts'
import type { PortfolioPrice } from '@sinew/core/loss/price-portfolio.ts'
import { printFields, printTable } from '../print-table.ts'

export type DescribedPrice = PortfolioPrice & {
  readonly attribution: Attribution | null
  readonly elapsedMs: number
  readonly attributionMs: number
}

// More lines than this nobody reads; --json has them all.
const mostControls = 40

/** The price for a person: moments, levels, exceedance, and what each control takes off the mean. */
export function describePrice({
  engine,
  mean,
  sd,
  pZero,
  levels,
  exceedance,
  attribution,
  elapsedMs,
  attributionMs,
}: DescribedPrice): string {
  const head = printFields([
    ['Mean', amount(mean)],
    ['Standard deviation', amount(sd)],
    ['A year without loss', percent(pZero)],
    ['Engine', `${engine}, ${elapsedMs.toFixed(1)} ms`],
  ])
  const parts = [head]
  if (levels.length > 0)
    parts.push(
      printTable(levels, [
        { title: 'Level', value: ({ p }) => percent(p), align: 'right' },
        { title: 'VaR', value: (level) => amount(level.var), align: 'right' },
        { title: 'TVaR', value: ({ tvar }) => amount(tvar), align: 'right' },
        { title: 'VaR may be off by', value: ({ error }) => amount(error), align: 'right' },
      ]),
      printTable(exceedance, [
        { title: 'A year costs more than', value: (one) => amount(one.amount), align: 'right' },
        { title: 'Probability', value: ({ probability }) => percent(probability), align: 'right' },
      ]),
    )
  if (attribution !== null) {
    const { controls } = attribution
    const largest =
      controls.length <= mostControls
        ? controls
        : controls.toSorted((a, b) => b.shapley - a.shapley).slice(0, mostControls)
    parts.push(
      printTable(largest, [
        { title: 'Control', value: ({ id }) => id, max: 40 },
        { title: 'Mean without it', value: ({ leaveOneOut }) => `+${amount(leaveOneOut)}`, align: 'right' },
        { title: 'Alone takes off', value: ({ firstIn }) => amount(firstIn), align: 'right' },
        { title: 'Its share', value: ({ shapley }) => amount(shapley), align: 'right' },
      ]),
      attributionNote(controls.length, attributionMs),
    )
  }
  return parts.join('\n')
}

function attributionNote(controls: number, elapsedMs: number): string {
  const shown =
    controls > mostControls
      ? `The ${mostControls} largest of ${controls.toLocaleString('en')} controls; --json has all. `
      : ''
  return `${shown}Shares of the mean before yearly insurance, in ${elapsedMs.toFixed(1)} ms\n`
}

function amount(value: number): string {
  const digits = value !== 0 && Math.abs(value) < 1_000 ? 2 : 0
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

function percent(share: number): string {
  if (share > 0 && share < 1e-6) return 'below 0.0001 %'
  return `${(100 * share).toLocaleString('en', { maximumSignificantDigits: 4 })} %`
}
