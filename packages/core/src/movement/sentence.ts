import { formatMoneyFull, formatMoneyShort } from '../money/format-money.ts'
import type { Effect, Quantity } from './movement.ts'

/**
 * The headline and where it led, for a manager: “Restore test 34 days late → A.8.13 assurance 0.85 → 0.61 → R-12 Ransomware,
 * expected yearly loss €240k → €410k → acceptance by J. Doe of 12 May 2026 reopened → SoA A.8.13 proven → stale”.
 */
export function movementSentence(headline: string, chain: readonly Effect[], currency: string): string {
  const parts = [
    headline,
    controlPart(chain),
    lossPart(chain, currency),
    tailPart(chain, currency),
    coverPart(chain, currency),
    appetitePart(chain),
    acceptancePart(chain, headline),
    soaPart(chain),
  ]
  return parts.filter((part) => part !== null).join(' → ')
}

function controlPart(chain: readonly Effect[]): string | null {
  const effects = largest(chain, 'control', 'assurance') ?? largest(chain, 'control', 'claimedShare')
  if (effects === null) return null
  const { top, others } = effects
  const word = top.quantity === 'assurance' ? 'assurance' : 'claimed share'
  return `${top.ref} ${word} ${sharePair(top)}${andMore(others, 'control')}`
}

const lossWords: readonly (readonly [Quantity, string])[] = [
  ['provenLoss', 'expected yearly loss'],
  ['claimedLoss', 'claimed yearly loss'],
  ['targetLoss', 'target yearly loss'],
  ['inherentLoss', 'inherent yearly loss'],
]

function lossPart(chain: readonly Effect[], currency: string): string | null {
  for (const [quantity, words] of lossWords) {
    const risks = largest(chain, 'risk', quantity)
    if (risks !== null) {
      const { others } = risks
      const top = decidedRisk(chain, quantity) ?? risks.top
      return `${top.ref} ${top.label}, ${words} ${moneyPair(top, currency)}${andMore(others, 'risk')}`
    }
    const total = chain.find((effect) => effect.entity === 'portfolio' && effect.quantity === quantity)
    if (total !== undefined) return `all risks, ${words} ${moneyPair(total, currency)}`
  }
  const level = chain.find((effect) => effect.entity === 'risk' && effect.quantity === 'provenLevel')
  return level === undefined ? null : `${level.ref} ${level.label}, level ${level.before} → ${level.after}`
}

/** The risk whose acceptance moved: the decision is what the reader has to act on, even when another risk moved more. */
function decidedRisk(chain: readonly Effect[], quantity: Quantity): Effect | undefined {
  const acceptance = chain.find((effect) => effect.entity === 'acceptance')
  if (acceptance === undefined) return undefined
  return chain.find(
    (effect) => effect.entity === 'risk' && effect.quantity === quantity && effect.ref === acceptance.ref,
  )
}

// The loss of one year in ten, where it moved by at least a hundredth: beside an expected loss it says what a bad year is.
function tailPart(chain: readonly Effect[], currency: string): string | null {
  const tail = chain.find(({ entity, quantity }) => entity === 'portfolio' && quantity === 'provenTail')
  if (tail === undefined) return null
  const [before, after] = [Number(tail.before ?? 0), Number(tail.after ?? 0)]
  if (Math.abs(after - before) < 0.01 * Math.max(before, after)) return null
  return `all risks, 1-in-10-year loss ${moneyPair(tail, currency)}`
}

// What insurance takes off, where a policy began, changed or ran out: then nothing else moved.
function coverPart(chain: readonly Effect[], currency: string): string | null {
  if (chain.some(({ quantity }) => quantity === 'provenLoss' || quantity === 'provenTail')) return null
  const of = (quantity: Quantity) =>
    chain.find((effect) => effect.entity === 'portfolio' && effect.quantity === quantity)
  const [loss, tail] = [of('provenCovered'), of('provenCoveredTail')]
  if (loss === undefined && tail === undefined) return null
  const parts = [
    loss === undefined ? null : `${moneyPair(loss, currency)} off the expected yearly loss`,
    tail === undefined ? null : `${moneyPair(tail, currency)} off the 1-in-10-year loss`,
  ].filter((part) => part !== null)
  return `all risks, insurance takes ${parts.join(' and ')}`
}

function appetitePart(chain: readonly Effect[]): string | null {
  const crossed = chain.find(({ entity, quantity }) => entity === 'portfolio' && quantity === 'appetite')
  if (crossed === undefined) return null
  return `appetite ${crossed.after === 'within' ? 'kept again' : 'exceeded'}${crossed.detail ? `: ${crossed.detail}` : ''}`
}

function acceptancePart(chain: readonly Effect[], headline: string): string | null {
  const moved = chain.filter((effect) => effect.entity === 'acceptance')
  const top = moved[0]
  // An acceptance that is itself what happened is not told twice.
  if (top === undefined || headline.toLowerCase().startsWith('acceptance')) return null
  const word = top.after === 'valid' ? 'valid again' : top.after
  return `${top.label} ${word}${andMore(moved.length - 1, 'acceptance')}`
}

function soaPart(chain: readonly Effect[]): string | null {
  const moved = chain.filter((effect) => effect.entity === 'soa_line')
  const top = moved[0]
  if (top === undefined) return null
  return `SoA ${top.ref} ${top.before} → ${top.after}${andMore(moved.length - 1, 'line')}`
}

// The effect that moved most, and how many others there are; ties by reference, as the chain is in that order.
function largest(chain: readonly Effect[], entity: Effect['entity'], quantity: Quantity) {
  const effects = chain.filter((effect) => effect.entity === entity && effect.quantity === quantity)
  const size = (effect: Effect) => Math.abs(Number(effect.after ?? 0) - Number(effect.before ?? 0))
  const [first, ...rest] = effects
  if (first === undefined) return null
  const top = rest.reduce((most, effect) => (size(effect) > size(most) ? effect : most), first)
  return { top, others: effects.length - 1 }
}

function andMore(count: number, noun: string): string {
  if (count <= 0) return ''
  return ` (and ${count} more ${noun}${count === 1 ? '' : 's'})`
}

// Two decimals, more when the two would read the same.
function sharePair(effect: Effect): string {
  const before = Number(effect.before ?? 0)
  const after = Number(effect.after ?? 0)
  for (let digits = 2; digits < 6; digits++) {
    if (before.toFixed(digits) !== after.toFixed(digits)) return `${before.toFixed(digits)} → ${after.toFixed(digits)}`
  }
  return `${before.toFixed(6)} → ${after.toFixed(6)}`
}

function moneyPair(effect: Effect, currency: string): string {
  const before = Number(effect.before ?? 0)
  const after = Number(effect.after ?? 0)
  const short = [formatMoneyShort(before, currency), formatMoneyShort(after, currency)]
  if (short[0] !== short[1]) return short.join(' → ')
  return `${formatMoneyFull(before, currency)} → ${formatMoneyFull(after, currency)}`
}
