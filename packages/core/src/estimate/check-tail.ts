import { eventSurvival, lossLawOf } from '../loss/loss-law.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import type { CheckRule, EstimateCheck } from './estimate-check.ts'
import { rateInWords, shareInWords, short } from './figures-in-words.ts'
import { eventQuantile, eventReturnLevel, rateAbove } from './implied-loss.ts'

/** The return period at which the far end of an estimate is held against what was ever seen. */
const longYears = 200
/** A mean this many medians high is no longer what anybody has in mind as usual. */
const farMean = 5
/** A cap that fewer events than this reach changes nothing. */
const idleCap = 1e-4

/** How far the tail reaches: against a year's revenue, else against the largest claim known of organisations of this size. */
export const checkReturnLevel: CheckRule = (_estimate, law, { currency, anchors }) => {
  const level = eventReturnLevel(law, longYears)
  if (level === null || anchors === null) return []
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const says = `Your ranges say that one event costs more than ${money(level)} about once in ${longYears} years.`
  const { revenue, largestClaim } = anchors
  if (level > revenue.minor) {
    const advice =
      'Really? If nothing can cost that much, say under “Never more than” what is the most; if it can, leave it.'
    const sentence = `${says} That is more than a year’s revenue, ${money(revenue.minor)} ${revenue.known}.`
    return [{ code: 'tail-above-revenue', field: 'lossMinor', severity: 'doubtful', sentence, advice }]
  }
  if (largestClaim === null || level <= largestClaim.amountMinor) return []
  const sentence = `${says} The largest of ${largestClaim.claims.toLocaleString('en-US')} claims of organisations with ${largestClaim.tier} USD revenue was ${money(largestClaim.amountMinor)} (${largestClaim.source}).`
  const advice = 'Really? Lower the upper end, or say under “Never more than” what one event can cost at the very most.'
  return [{ code: 'tail-above-largest-claim', field: 'lossMinor', severity: 'look', sentence, advice }]
}

/** A mean that the tail has carried far away from the range. */
export const checkMean: CheckRule = ({ lossMinor }, law, { currency }) => {
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const median = eventQuantile(law, 0.5)
  const ratio = law.meanLoss / median
  if (ratio < farMean) return []
  const above = law.meanLoss > lossMinor.high
  const where = above
    ? `above the upper end of your range, ${money(lossMinor.high)}`
    : `${short(ratio)} times the middle, ${money(median)}`
  return [
    {
      code: above ? 'mean-above-range' : 'mean-far-from-middle',
      field: 'lossMinor',
      severity: above ? 'doubtful' : 'look',
      sentence: `The mean of one event is ${money(law.meanLoss)}, ${where}: a few events that cost very much rule the price.`,
      advice:
        law.capMinor === null
          ? 'Say under “Never more than” what is the most one event can cost.'
          : 'Narrow the range, or lower the cap.',
    },
  ]
}

/** Ends and expectation of the loss against a year's revenue. */
export const checkRevenue: CheckRule = ({ lossMinor, lossCapMinor }, law, { currency, anchors }) => {
  if (anchors === null) return []
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const { minor: revenueMinor, known } = anchors.revenue
  const revenue = `a year’s revenue, ${money(revenueMinor)} ${known}`
  const checks: EstimateCheck[] = []
  const expected = law.meanRate * law.meanLoss
  if (expected > revenueMinor / 5) {
    const whole = expected > revenueMinor
    checks.push({
      code: 'expected-above-revenue',
      field: 'frequency',
      severity: whole ? 'doubtful' : 'look',
      sentence: `Without any control it would cost ${money(expected)} a year on average, ${whole ? 'more than' : `${Math.round((100 * expected) / revenueMinor)} % of`} ${revenue}.`,
      advice:
        'Check both ranges: how often is meant for events of the size you say under how much, not for every attempt.',
    })
  }
  if (lossMinor.high > revenueMinor && (lossCapMinor === null || lossCapMinor > revenueMinor)) {
    checks.push({
      code: 'loss-above-revenue',
      field: 'lossMinor',
      severity: 'look',
      sentence: `One event in twenty is to cost more than ${money(lossMinor.high)}; ${revenue}.`,
      advice: 'More than the organisation is worth is lost by others, not by it: end where it would have to close.',
    })
  }
  return checks
}

/** Dear events more often than the published rate of significant incidents of any kind allows. */
export const checkPublishedRate: CheckRule = (_estimate, law, { currency, anchors }) => {
  if (anchors === null) return []
  const { medianMinor, perYear, source } = anchors.significant
  const own = rateAbove(law, medianMinor)
  if (own <= 10 * perYear) return []
  return [
    {
      code: 'above-published-rate',
      field: 'frequency',
      severity: 'look',
      sentence: `You say that this risk alone costs more than ${formatMoneyShort(medianMinor, currency)} ${rateInWords(own)} without any control; organisations of your sector and size, with ordinary controls, have an incident of that size of any kind ${rateInWords(perYear)} (${source}).`,
      advice: 'Without controls it may be many times as often. Make sure that you mean events, not attempts.',
    },
  ]
}

/** A cap that cuts too much or nothing at all. */
export const checkCap: CheckRule = (estimate, law, { currency }) => {
  const { lossMinor, lossCapMinor } = estimate
  if (lossCapMinor === null) return []
  const field = 'lossCapMinor'
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const uncapped = lossLawOf({ ...estimate, lossCapMinor: null, secondaryLosses: [] })
  const reached = uncapped === null ? 0 : eventSurvival(uncapped, 1, lossCapMinor)
  if (lossCapMinor < lossMinor.high) {
    const most = reached > 0.5
    const sentence = `The cap of ${money(lossCapMinor)} is below your upper end, ${money(lossMinor.high)}: ${shareInWords(reached)} events would cost exactly the cap.`
    const advice = 'If the cap is right, lower the upper end to it; if the range is right, raise the cap.'
    return [{ code: 'cap-below-range', field, severity: most ? 'doubtful' : 'look', sentence, advice }]
  }
  if (reached >= idleCap || law.isFixed) return []
  const sentence = `The cap of ${money(lossCapMinor)} changes nothing: ${reached < 1e-9 ? 'no event' : shareInWords(reached)} would reach it.`
  const advice = 'Leave it out, or ask whether the upper end of the range is far enough up.'
  return [{ code: 'cap-without-effect', field, severity: 'look', sentence, advice }]
}
