import { describe, expect, it } from 'vitest'
import type { RiskInput } from '../chain/chain-snapshot.ts'
import type { SharesOf } from '../loss/price-risk.ts'
import { yearMs } from '../occurrence/periods.ts'
import { aRisk } from '../test/sample-chain.ts'
import { proposeUpdate } from './propose-update.ts'
import { rateUpdateRefusals } from './rate-update-rules.ts'
import { updateAttention } from './update-attention.ts'
import { updateBasis } from './update-words.ts'

const now = Date.UTC(2026, 4, 12)
const period = (years: number) => ({ from: now - years * yearMs, until: now })
const events = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `o-${i}`,
    kind: 'loss' as const,
    at: now - ((i + 0.5) / Math.max(count, 1)) * yearMs,
    lossMinor: null,
  }))
const nothing = { occurrenceIds: [], periods: [] }
const shares =
  (claimedShare: number, assurance: number): SharesOf =>
  () => ({ applicable: true, claimedShare, assurance })
const risk: RiskInput = aRisk({
  status: 'treated',
  frequency: { low: 0.5, high: 4 },
  links: [{ controlId: 'control-1', effect: 'frequency', reduction: { low: 0.5, high: 0.5 } }],
})
const propose = (count: number, years: number, sharesOf: SharesOf = shares(1, 0), of = risk) =>
  proposeUpdate(of, { occurrences: events(count), watched: [period(years)], counted: nothing }, sharesOf, 0.95)

describe('a proposed update', () => {
  it('takes events back through what controls claim: two a year seen with half prevented are four without', () => {
    const proposal = propose(20, 10)
    expect(proposal?.keptShare).toBeCloseTo(0.5)
    expect(proposal?.rate.posteriorMean).toBeGreaterThan(3)
    expect(proposal?.rate.posteriorMean).toBeLessThan(4)
    expect(proposal).toMatchObject({ isWorse: true, before: { low: 0.5, high: 4 } })
    const { before = 0, after = 0 } = proposal?.provenMinor ?? {}
    expect(after / before).toBeCloseTo((proposal?.rate.posteriorMean ?? 0) / (proposal?.rate.priorMean ?? 1), 10)
  })

  it('is the same whatever evidence there is of the controls: a lack of it never lowers an estimate', () => {
    const proven = propose(1, 5, shares(1, 1))
    const unproven = propose(1, 5, shares(1, 0))
    expect(unproven?.rate).toEqual(proven?.rate)
    expect(unproven?.provenMinor.after).toBeGreaterThan(proven?.provenMinor.after ?? 0)
  })

  it('is not made of nothing, of next to nothing, without an estimate or for a closed risk', () => {
    expect(propose(0, 0)).toBeNull()
    expect(propose(1, 1)).toBeNull()
    expect(propose(9, 1, shares(1, 0), { ...risk, frequency: null })).toBeNull()
    expect(propose(9, 1, shares(1, 0), { ...risk, status: 'closed' })).toBeNull()
    expect(propose(9, 1)).not.toBeNull()
  })

  it('changes its key with what it rests on', () => {
    expect(propose(9, 1)?.key).toBe(propose(9, 1)?.key)
    expect(propose(9, 1)?.key).not.toBe(propose(8, 1)?.key)
    expect(propose(9, 1)?.key).not.toBe(propose(9, 1, shares(0.5, 0))?.key)
  })
})

describe('deciding on it', () => {
  const proposal = { key: 'k' }
  const asked = { risk: { status: 'treated', ownerId: 'p-1' } as const, proposal, seenKey: 'k' }
  const owner = { role: 'contributor', personId: 'p-1', isActive: true } as const
  const codes = (more: object) => rateUpdateRefusals({ ...asked, actor: owner, ...more }).map(({ code }) => code)

  it('is for the owner of the risk and for managers', () => {
    expect(codes({})).toEqual([])
    expect(codes({ actor: { role: 'manager', personId: null, isActive: false } })).toEqual([])
    expect(codes({ actor: { ...owner, personId: 'p-2' } })).toEqual(['rate-update-not-owner'])
    expect(codes({ actor: { ...owner, personId: null }, risk: { status: 'treated', ownerId: null } })).toEqual([
      'rate-update-not-owner',
    ])
    expect(codes({ actor: { ...owner, isActive: false } })).toEqual(['rate-update-not-owner'])
  })

  it('is refused while the risk is closed, without anything new, and on what was not seen', () => {
    expect(codes({ risk: { status: 'closed', ownerId: 'p-1' } })).toEqual(['risk-closed'])
    expect(codes({ proposal: null })).toEqual(['rate-update-nothing-new'])
    expect(codes({ seenKey: 'other' })).toEqual(['rate-update-not-seen'])
  })
})

describe('a proposal that waits', () => {
  it('asks for attention where events came more often than estimated, and only there', () => {
    const worse = propose(9, 1)
    const item = worse === null ? null : updateAttention(risk, worse)
    expect(item).toMatchObject({ kind: 'rate_update_waiting', entity: 'risk', id: risk.id, personId: risk.ownerId })
    expect(item?.sentence).toMatch(/^R-12 Ransomware: 9 events are more than estimated\. Decide on [\d.]+ a year/)
    const better = propose(0, 9)
    expect(better?.isWorse).toBe(false)
    expect(better === null ? null : updateAttention(risk, better)).toBeNull()
  })
})

describe('the basis of an accepted update', () => {
  it('says what was seen, when, through which controls, and what it changed', () => {
    const told = {
      events: 3,
      years: 2,
      keptShare: 0.5,
      before: { low: 0.5, high: 4 },
      meanBefore: 1.82,
      meanAfter: 2.4,
    }
    const periods = [{ from: '2024-05-12T00:00:00Z', until: '2026-05-13T00:00:00Z' }]
    expect(updateBasis({ ...told, periods })).toBe(
      'Updated by what happened: 3 events in 2 years (12 May 2024 to 12 May 2026), of which controls as claimed let 50 % through. ' +
        'Before: 0.5 to 4 a year, mean 1.82; after: mean 2.4 (gamma update of the rate).',
    )
    expect(updateBasis({ ...told, events: 1, keptShare: 1, periods: [] })).toMatch(
      /^Updated by what happened: 1 event in 2 years\. /,
    )
  })
})
