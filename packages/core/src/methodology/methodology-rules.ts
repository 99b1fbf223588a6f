import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'
import { riskLevels } from '../risk/risk-level.ts'

/** A methodology without its place in the versions. */
export type MethodologyContent = Omit<MethodologyInput, 'id' | 'version'>

/** A refusal with the field it is about, as a path: `likelihoodBands.2.upToPerYear`. */
export type MethodologyIssue = Refusal & { readonly field: string }

/** Why a methodology cannot be approved (ISO/IEC 27001 6.1.2: criteria that give consistent, comparable results). */
export function methodologyRefusals(methodology: MethodologyContent): readonly MethodologyIssue[] {
  return [
    ...bandIssues(
      'likelihoodBands',
      'upToPerYear',
      methodology.likelihoodBands.map(({ upToPerYear, ...band }) => ({ ...band, upTo: upToPerYear })),
    ),
    ...bandIssues(
      'consequenceBands',
      'upToMinor',
      methodology.consequenceBands.map(({ upToMinor, ...band }) => ({ ...band, upTo: upToMinor })),
    ),
    ...thresholdIssues(methodology),
    ...rightIssues(methodology.acceptanceRights),
    ...appetiteIssues(methodology.appetite),
    ...limitIssues(methodology),
  ]
}

type Band = { readonly name: string; readonly description: string; readonly upTo: number | null }

function bandIssues(scale: string, bound: string, bands: readonly Band[]): readonly MethodologyIssue[] {
  const issues: MethodologyIssue[] = []
  if (bands.length < 2)
    issues.push({ field: scale, code: 'scale-too-short', message: 'A scale needs at least two bands.' })
  bands.forEach((band, i) => {
    const at = `${scale}.${i}`
    const isLast = i === bands.length - 1
    const name = band.name.trim()
    if (name === '') issues.push({ field: `${at}.name`, code: 'band-unnamed', message: `Band ${i + 1} has no name.` })
    if (band.description.trim() === '') {
      const message = `Band ${i + 1}${name === '' ? '' : `, ${name},`} has no anchor: say in words and numbers what belongs there.`
      issues.push({ field: `${at}.description`, code: 'band-without-anchor', message })
    }
    if (band.upTo === null && !isLast) {
      issues.push({
        field: `${at}.${bound}`,
        code: 'band-unbounded',
        message: `Band ${i + 1} needs an upper bound; only the last has none.`,
      })
    }
    if (band.upTo !== null && isLast) {
      issues.push({
        field: `${at}.${bound}`,
        code: 'band-bounded',
        message: 'The last band has no upper bound, so that nothing falls off the scale.',
      })
    }
    const previous = i === 0 ? 0 : (bands[i - 1]?.upTo ?? null)
    if (band.upTo !== null && previous !== null && !(band.upTo > previous)) {
      issues.push({
        field: `${at}.${bound}`,
        code: 'bands-not-ascending',
        message: `Band ${i + 1} must end above ${i === 0 ? 'zero' : 'the band before it'}.`,
      })
    }
  })
  return issues
}

function thresholdIssues(methodology: MethodologyContent): readonly MethodologyIssue[] {
  const { medium, high, critical } = methodology.levelThresholds
  const largest = methodology.likelihoodBands.length * methodology.consequenceBands.length
  const field = 'levelThresholds'
  const issues: MethodologyIssue[] = []
  if (!(medium > 1 && high > medium && critical > high)) {
    const message = 'The thresholds must rise: above 1 for medium, then high, then critical.'
    issues.push({ field, code: 'thresholds-not-ascending', message })
  }
  if (!(critical <= largest)) {
    const message = `No risk could ever be critical: the largest product of these scales is ${largest}.`
    issues.push({ field: `${field}.critical`, code: 'level-out-of-reach', message })
  }
  return issues
}

function rightIssues(rights: MethodologyInput['acceptanceRights']): readonly MethodologyIssue[] {
  const field = 'acceptanceRights'
  const issues = riskLevels.flatMap((level): readonly MethodologyIssue[] => {
    const count = rights.filter((right) => right.level === level).length
    if (count === 1) return []
    const message = `Say once who may accept a ${level} risk.`
    return [{ field, code: count === 0 ? 'right-missing' : 'right-twice', message }]
  })
  rights.forEach((right, i) => {
    if (right.mayAccept === 'never' || (Number.isInteger(right.maxMonths) && right.maxMonths >= 1)) return
    const message = `An acceptance of a ${right.level} risk must end: give a number of months from 1.`
    issues.push({ field: `${field}.${i}.maxMonths`, code: 'right-without-end', message })
  })
  return issues
}

function appetiteIssues(appetite: MethodologyInput['appetite']): readonly MethodologyIssue[] {
  const issues: MethodologyIssue[] = []
  const positive = (field: string, amount: number) => {
    if (amount > 0) return
    issues.push({ field, code: 'appetite-not-positive', message: 'The appetite must be an amount above zero.' })
  }
  positive('appetite.yearlyLossMinor', appetite.yearlyLossMinor)
  if (appetite.points.length === 0) {
    const message = 'Say of at least one amount how often a year may cost more.'
    issues.push({ field: 'appetite.points', code: 'appetite-without-points', message })
  }
  appetite.points.forEach(({ amountMinor, probability }, i) => {
    const at = `appetite.points.${i}`
    positive(`${at}.amountMinor`, amountMinor)
    if (!(probability > 0 && probability < 1)) {
      const message = 'The probability of a year that costs more must be between 0 and 1.'
      issues.push({ field: `${at}.probability`, code: 'appetite-probability', message })
    }
    const before = appetite.points[i - 1]
    if (before !== undefined && !(amountMinor > before.amountMinor && probability < before.probability)) {
      const message = 'A larger amount must be allowed less often than the one before it.'
      issues.push({ field: at, code: 'appetite-not-falling', message })
    }
  })
  return issues
}

function limitIssues(methodology: MethodologyContent): readonly MethodologyIssue[] {
  const issues: MethodologyIssue[] = []
  if (!(methodology.materialShare >= 0)) {
    issues.push({
      field: 'materialShare',
      code: 'material-share',
      message: 'The material growth must be zero or more.',
    })
  }
  if (!(methodology.maxReduction >= 0 && methodology.maxReduction < 1)) {
    const message = 'The largest joint reduction must be below 100 %: no set of controls is perfect.'
    issues.push({ field: 'maxReduction', code: 'max-reduction', message })
  }
  if (!(methodology.reviewIntervalDays >= 1)) {
    issues.push({
      field: 'reviewIntervalDays',
      code: 'review-interval',
      message: 'Say after how many days risks are assessed again.',
    })
  }
  return issues
}
