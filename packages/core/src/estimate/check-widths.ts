import type { Interval } from '../chain/chain-snapshot.ts'
import { likelihoodBandOf } from '../risk/risk-level.ts'
import type { CheckRule, EstimateCheck } from './estimate-check.ts'
import { rateInWords, short } from './figures-in-words.ts'

/** Below these ratios of the ends hardly anything but a long series of measurements is known. */
const narrowRatio = 2
const certainRatio = 1.25
/** Beyond this the mean is ruled by the rarest events. */
const wideRatio = 1_000

/** Ranges too narrow to be honest or too wide to say anything. */
export const checkWidths: CheckRule = ({ frequency, lossMinor }) => [
  ...widthOf('frequency', 'how often it happens', frequency),
  ...widthOf('lossMinor', 'what one event costs', lossMinor),
]

function widthOf(field: 'frequency' | 'lossMinor', what: string, { low, high }: Interval): readonly EstimateCheck[] {
  const ratio = high / low
  if (ratio < narrowRatio) {
    const certain = ratio < certainRatio
    return [
      {
        code: 'too-narrow',
        field,
        severity: certain ? 'doubtful' : 'look',
        sentence:
          ratio === 1
            ? `Equal ends say that you know exactly ${what}.`
            : `The upper end is only ${short(ratio)} times the lower: you say that you know ${what} that well.`,
        advice: 'Most people’s ranges are too narrow. Widen until you would as gladly bet on the range as on 9 in 10.',
      },
    ]
  }
  if (ratio <= wideRatio) return []
  return [
    {
      code: 'too-wide',
      field,
      severity: 'look',
      sentence: `The upper end is ${short(ratio)} times the lower: the mean is ruled by the rarest events.`,
      advice: 'Split the scenario in two, or think of a case in the middle and move both ends towards it.',
    },
  ]
}

/** A range over most of the likelihood scale, and events more often than anybody counts one by one. */
export const checkFrequency: CheckRule = ({ frequency }, law, { likelihoodBands }) => {
  const low = likelihoodBandOf(frequency.low, likelihoodBands)
  const high = likelihoodBandOf(frequency.high, likelihoodBands)
  const checks: EstimateCheck[] = []
  if (high - low >= 3) {
    const rated = likelihoodBandOf(law.meanRate, likelihoodBands)
    checks.push({
      code: 'many-bands',
      field: 'frequency',
      severity: 'look',
      sentence: `Your range reaches from “${nameOf(low)}” to “${nameOf(high)}”, ${high - low + 1} of ${likelihoodBands.length} bands. The register rates the mean, ${rateInWords(law.meanRate)}: “${nameOf(rated)}”.`,
      advice: 'See whether you can say which end is far less believable, and move that one in.',
    })
  }
  if (law.meanRate > 365) {
    checks.push({
      code: 'daily-events',
      field: 'frequency',
      severity: 'look',
      sentence: `You say ${short(law.meanRate)} events a year, more than one a day.`,
      advice: 'Estimate only the events that somebody has to deal with, or the sum of a year as one event.',
    })
  }
  return checks

  function nameOf(band: number): string {
    return likelihoodBands[band]?.name ?? ''
  }
}
