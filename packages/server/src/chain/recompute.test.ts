import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { engineVersion } from '@sinew/core/loss/engine-version.ts'
import type { Effect } from '@sinew/core/movement/movement.ts'
import { recordedSettings } from '@sinew/core/portfolio/recorded-settings.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import {
  change,
  insertAcceptance,
  insertEvidence,
  rowsOf as rowsOfOrganization,
  type TestChain,
  writeTestChain,
} from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { PortfolioSummary } from './portfolio-row.ts'
import { recompute } from './recompute.ts'
import { wholeTail } from './whole-tail.ts'

const dayMs = 86_400_000
const dayBefore = (days: number) => new Date(Date.now() - days * dayMs)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function startChain(): Promise<TestChain> {
  const { organizationId } = await server.createOrganization()
  return writeTestChain(server.services, organizationId)
}

type MovementRow = {
  readonly kind: string
  readonly sentence: string
  readonly cause: Record<string, unknown>
  readonly chain: readonly Effect[]
  readonly at: Date
  readonly gap_delta_minor: number
}

const rowsOf = <T>(organizationId: string, query: string) =>
  rowsOfOrganization<T>(server.services, organizationId, query)

const movementsOf = ({ organizationId }: TestChain) =>
  rowsOf<MovementRow>(organizationId, 'select * from movement order by number')

async function oneRow<T>(organizationId: string, query: string): Promise<T> {
  const [row] = await rowsOf<T>(organizationId, query)
  if (row === undefined) throw new Error(`no row: ${query}`)
  return row
}

describe('working out consequences', () => {
  it('enters every row that it writes into the ledger, each version where the one before ends', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    await recompute(server.services, organizationId)
    for (let time = 0; time < 2; time += 1) {
      await change(server.services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt: new Date() }))
      await recompute(server.services, organizationId)
    }
    for (const table of ['control_state', 'risk_state', 'movement']) {
      const [found] = await rowsOf<Record<string, number>>(
        organizationId,
        `select count(*)::int as rows, count(*) filter (where t.version > 1)::int as changed,
           count(*) filter (where o.row = to_jsonb(t) and o.version = t.version)::int as open, sum(e.entries - t.version)::int as surplus,
           sum(e.gaps)::int as gaps
         from ${table} t
           left join revision o on o.entity = '${table}' and o.entity_id = t.id and upper_inf(o.validity),
           lateral (select count(*) as entries, count(*) filter (where not adjoins) as gaps from (
             select lower(validity) = lag(upper(validity), 1, lower(validity)) over (order by seq) as adjoins
             from revision r where r.entity = '${table}' and r.entity_id = t.id) one) e`,
      )
      expect(found, table).toMatchObject({ open: found?.rows, surplus: 0, gaps: 0 })
      if (table !== 'movement') expect(found?.changed, table).toBeGreaterThan(0)
    }
  })

  it('writes the derived numbers of a new chain, and why', async () => {
    const chain = await startChain()
    const done = await recompute(server.services, chain.organizationId)
    expect(done).toMatchObject({ changes: 2, reopened: 0 })
    const risk = await oneRow(chain.organizationId, `select * from risk_state`)
    expect(risk).toMatchObject({ inherent_minor: 40_000_000, claimed_minor: 20_000_000, proven_minor: 40_000_000 })
    const portfolio = await oneRow(chain.organizationId, 'select * from portfolio_state')
    expect(portfolio).toMatchObject({ gap_minor: 20_000_000, proven_minor: 40_000_000 })
    const control = await oneRow(chain.organizationId, `select * from control_state where id = '${chain.controlId}'`)
    expect(control).toMatchObject({ assurance: 0, implemented_share: 1, proof: 'unproven', gap_minor: 20_000_000 })
    expect(await rowsOf(chain.organizationId, 'select id from control_state')).toHaveLength(93)
    const [first] = await movementsOf(chain)
    expect(first?.cause).toMatchObject({ actorName: 'Ada Admin' })
  })

  it('writes down the year with the engine that priced it, and the same chain gives the same bits again', async () => {
    const chain = await startChain()
    await recompute(server.services, chain.organizationId)
    const { summary } = await oneRow<{ summary: PortfolioSummary }>(
      chain.organizationId,
      'select summary from portfolio_state',
    )
    const stored = await oneRow<{ at: Date; json: string }>(
      chain.organizationId,
      'select at, snapshot as json from chain_checkpoint',
    )
    const { snapshot, at } = parseCheckpoint(stored)
    const { portfolio } = deriveChain(snapshot, at)
    expect(summary.engine).toEqual({ version: engineVersion, settings: recordedSettings(1) })
    expect(summary.tail.proven).toEqual(wholeTail(portfolio.tail.proven))
    expect(summary.appetite.points).toEqual(portfolio.appetite.points)
    expect(summary.tail.proven.exceededMinor[100]).toBeGreaterThan(summary.tail.claimed.exceededMinor[100])
  })

  it('tells the crossing of the appetite as a movement with its cause', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const evidenceId = await change(server.services, organizationId, {}, (tx) =>
      insertEvidence(tx, chain, { collectedAt: dayBefore(1) }),
    )
    await recompute(server.services, organizationId)
    const { summary } = await oneRow<{ summary: PortfolioSummary }>(
      organizationId,
      'select summary from portfolio_state',
    )
    await change(server.services, organizationId, {}, (tx) =>
      approveAppetite(tx, organizationId, summary.tail.proven.exceededMinor[10] + 1_000),
    )
    await recompute(server.services, organizationId)
    await change(server.services, organizationId, { by: 'Bo', reason: 'Wrong system' }, (tx) =>
      tx.updateTable('evidence').set({ state: 'withdrawn' }).where('id', '=', evidenceId).execute(),
    )
    await recompute(server.services, organizationId)
    const moved = (await movementsOf(chain)).at(-1)
    expect(moved?.sentence).toMatch(
      /withdrawn by Bo.*1-in-10-year loss .* → .*appetite exceeded: 1 year in .* more than/,
    )
    expect(moved?.chain).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ quantity: 'provenTail' }),
        expect.objectContaining({ quantity: 'appetite', before: 'within', after: 'exceeded' }),
      ]),
    )
  })

  it('names who did it, when and why, and draws the chain from the evidence to the line', async () => {
    const chain = await startChain()
    await recompute(server.services, chain.organizationId)
    const evidenceId = await change(
      server.services,
      chain.organizationId,
      { by: 'Bo', reason: 'Quarterly test' },
      (tx) => insertEvidence(tx, chain, { collectedAt: dayBefore(1) }),
    )
    await recompute(server.services, chain.organizationId)
    const moved = (await movementsOf(chain)).at(-1)
    expect(moved?.cause).toMatchObject({
      entity: 'evidence',
      id: evidenceId,
      ref: 'E-1',
      operation: 'insert',
      actorName: 'Bo',
      reason: 'Quarterly test',
    })
    expect(moved?.sentence).toMatch(/E-1 Restore test report.*by Bo.*Quarterly test/)
    expect(moved?.sentence).toContain('A.8.13 assurance 0.00 → 1.00')
    expect(moved?.chain.map((effect) => effect.entity)).toEqual(
      expect.arrayContaining(['need', 'control', 'risk', 'portfolio', 'soa_line']),
    )
    expect(moved?.gap_delta_minor).toBe(-20_000_000)
    const subjects = await rowsOf<{ entity: string }>(
      chain.organizationId,
      'select distinct entity from movement_subject join movement m on m.id = movement_id where m.number = (select max(number) from movement)',
    )
    expect(subjects.map((subject) => subject.entity).sort()).toEqual(
      ['control', 'evidence', 'need', 'portfolio', 'risk', 'soa_line'].sort(),
    )
  })

  it('does nothing more when it runs again, and touches no row that says the same', async () => {
    const chain = await startChain()
    await recompute(server.services, chain.organizationId)
    const revisions = 'select count(*)::int as n from revision'
    const before = await oneRow(chain.organizationId, revisions)
    expect(await recompute(server.services, chain.organizationId)).toMatchObject({
      changes: 0,
      movements: 0,
      states: 0,
    })
    expect(await oneRow(chain.organizationId, revisions)).toEqual(before)
    expect(await recompute(server.services, chain.organizationId, { onlyWaiting: true })).toBeNull()
  })

  it('writes no movement for a change that moves nothing', async () => {
    const chain = await startChain()
    await recompute(server.services, chain.organizationId)
    const before = (await movementsOf(chain)).length
    await change(server.services, chain.organizationId, {}, (tx) =>
      tx.updateTable('risk').set({ title: 'Ransomware and extortion' }).where('id', '=', chain.riskId).execute(),
    )
    expect(await recompute(server.services, chain.organizationId)).toMatchObject({
      changes: 1,
      movements: 0,
      states: 0,
    })
    expect(await movementsOf(chain)).toHaveLength(before)
  })

  it('works in an organisation with nothing in it', async () => {
    const { organizationId } = await server.createOrganization()
    await change(server.services, organizationId, {}, async (tx) => {
      await tx.deleteFrom('evidence_need').execute()
      await tx.deleteFrom('control').execute()
    })
    expect(await recompute(server.services, organizationId)).toMatchObject({ movements: 0, reopened: 0, states: 1 })
    expect(await oneRow(organizationId, 'select gap_minor, summary from portfolio_state')).toMatchObject({
      gap_minor: 0,
      summary: { countedRisks: 0, controls: { proven: 0, unproven: 0 } },
    })
  })
})

describe('the three laws, at the database', () => {
  it('1: taking a piece off a need, or withdrawing it, never brings an older pass back', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const newer = await change(server.services, organizationId, {}, async (tx) => {
      await insertEvidence(tx, chain, { collectedAt: dayBefore(30) })
      return insertEvidence(tx, chain, { collectedAt: dayBefore(2), result: 'fail' })
    })
    const assurance = async () => {
      await recompute(server.services, organizationId)
      const state = await oneRow<{ assurance: number; proof: string }>(
        organizationId,
        `select assurance, proof from control_state where id = '${chain.controlId}'`,
      )
      return state
    }
    expect(await assurance()).toEqual({ assurance: 0, proof: 'failing' })
    await change(server.services, organizationId, { reason: 'a mistake' }, (tx) =>
      tx.updateTable('evidence').set({ state: 'withdrawn' }).where('id', '=', newer).execute(),
    )
    expect((await assurance()).assurance).toBe(0)
    await change(server.services, organizationId, {}, (tx) =>
      tx.deleteFrom('evidence_serves').where('evidence_id', '=', newer).execute(),
    )
    expect((await assurance()).assurance).toBe(0)
    await change(server.services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt: dayBefore(1) }))
    expect(await assurance()).toEqual({ assurance: 1, proof: 'proven' })
  })

  it('2: what moved in a run is what its movements say, from the number that was to the number that is', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const risks = 'select id, proven_minor, claimed_minor from risk_state'
    const controls = 'select id, assurance from control_state'
    const evidence = { collectedAt: dayBefore(200) }
    const steps = [
      () => change(server.services, organizationId, {}, (tx) => insertEvidence(tx, chain, evidence)),
      () =>
        change(server.services, organizationId, {}, (tx) =>
          tx
            .updateTable('control')
            .set({ implementation: 'partly', partly_share: 0.4 })
            .where('ref', '=', 'A.8.13')
            .execute(),
        ),
      () =>
        change(server.services, organizationId, {}, (tx) =>
          tx.updateTable('risk').set({ loss_high_minor: 90_000_000 }).where('id', '=', chain.riskId).execute(),
        ),
    ]
    await recompute(server.services, organizationId)
    for (const step of steps) {
      const was = new Map((await rowsOf<Stored>(organizationId, `${risks}`)).map((row) => [row.id, row]))
      const wasControl = new Map((await rowsOf<StoredControl>(organizationId, controls)).map((row) => [row.id, row]))
      const last = (await movementsOf(chain)).length
      await step()
      await recompute(server.services, organizationId)
      const effects = (await movementsOf(chain)).slice(last).flatMap((movement) => movement.chain)
      for (const row of await rowsOf<Stored>(organizationId, risks)) {
        expectTelescoped(effects, row.id, 'provenLoss', was.get(row.id)?.proven_minor ?? 0, row.proven_minor)
        expectTelescoped(effects, row.id, 'claimedLoss', was.get(row.id)?.claimed_minor ?? 0, row.claimed_minor)
      }
      for (const row of await rowsOf<StoredControl>(organizationId, controls)) {
        expectTelescoped(effects, row.id, 'assurance', wasControl.get(row.id)?.assurance ?? 0, row.assurance, 1e-12)
      }
    }
  })

  it('3: an acceptance reopens when the evidence under it goes, and says why', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const evidenceId = await change(server.services, organizationId, {}, (tx) =>
      insertEvidence(tx, chain, { collectedAt: dayBefore(1) }),
    )
    await recompute(server.services, organizationId)
    await change(server.services, organizationId, { by: 'J. Doe' }, (tx) => insertAcceptance(tx, chain, new Date()))
    expect(await recompute(server.services, organizationId)).toMatchObject({ reopened: 0 })

    await change(server.services, organizationId, { by: 'Bo', reason: 'Wrong system' }, (tx) =>
      tx.updateTable('evidence').set({ state: 'withdrawn' }).where('id', '=', evidenceId).execute(),
    )
    expect(await recompute(server.services, organizationId)).toMatchObject({ reopened: 1 })
    const acceptance = await oneRow<{ status: string; ended_at: Date | null; end_reasons: { code: string }[] }>(
      organizationId,
      'select * from risk_acceptance',
    )
    expect(acceptance).toMatchObject({
      status: 'reopened',
      end_reasons: expect.arrayContaining([
        { code: 'loss_grew', message: expect.stringContaining('grew from €200k to €400k') },
      ]),
    })
    expect(acceptance.ended_at).not.toBeNull()
    expect(await oneRow(organizationId, 'select status from risk')).toEqual({ status: 'treated' })
    const moved = (await movementsOf(chain)).at(-1)
    expect(moved?.sentence).toMatch(/withdrawn by Bo \(Wrong system\).*acceptance by J\. Doe of .* reopened/)
    const revision = await oneRow(
      organizationId,
      `select actor_kind, actor_name, reason from revision where entity = 'risk_acceptance' order by seq desc limit 1`,
    )
    expect(revision).toEqual({ actor_kind: 'system', actor_name: 'Sinew', reason: moved?.sentence })
    // Reopened once, and for good.
    expect(await recompute(server.services, organizationId)).toMatchObject({ reopened: 0, movements: 0, states: 0 })
  })

  it('3: an acceptance whose ground went in the same moment reopens with a movement of its own', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const evidenceId = await change(server.services, organizationId, {}, (tx) =>
      insertEvidence(tx, chain, { collectedAt: dayBefore(1) }),
    )
    await recompute(server.services, organizationId)
    await change(server.services, organizationId, { by: 'J. Doe' }, (tx) => insertAcceptance(tx, chain, new Date()))
    await change(server.services, organizationId, {}, (tx) =>
      tx.updateTable('evidence').set({ state: 'rejected' }).where('id', '=', evidenceId).execute(),
    )
    expect(await recompute(server.services, organizationId)).toMatchObject({ reopened: 1, movements: 2 })
    expect((await movementsOf(chain)).at(-1)).toMatchObject({
      kind: 'acceptance',
      sentence: expect.stringMatching(/Acceptance of R-1 reopened.*grew/),
      chain: [{ entity: 'acceptance', before: 'valid', after: 'reopened' }],
    })
  })
})

type Stored = { readonly id: string; readonly proven_minor: number; readonly claimed_minor: number }
type StoredControl = { readonly id: string; readonly assurance: number }

function expectTelescoped(
  effects: readonly Effect[],
  id: string,
  quantity: Effect['quantity'],
  was: number,
  is: number,
  within = 1,
): void {
  const path = effects.filter((effect) => effect.id === id && effect.quantity === quantity)
  if (Math.abs(was - is) > within) expect(path.length, `${quantity} ${was} → ${is}`).toBeGreaterThan(0)
  let value = was
  for (const effect of path) {
    expect(Math.abs(Number(effect.before ?? 0) - value)).toBeLessThanOrEqual(within)
    value = Number(effect.after ?? 0)
  }
  expect(Math.abs(value - is)).toBeLessThanOrEqual(within)
}

/** A version of the methodology that allows one year in ten to cost more than an amount, and any expected loss. */
async function approveAppetite(tx: Writer, organizationId: string, amountMinor: number): Promise<void> {
  const inForce = await tx
    .selectFrom('methodology')
    .select(['content', 'version_number'])
    .where('status', '=', 'approved')
    .executeTakeFirstOrThrow()
  const appetite = { yearlyLossMinor: 1_000_000_000_000, points: [{ amountMinor, probability: 0.1 }] }
  await tx.updateTable('methodology').set({ status: 'superseded' }).where('status', '=', 'approved').execute()
  await tx
    .insertInto('methodology')
    .values({
      organization_id: organizationId,
      id: newId(),
      version_number: inForce.version_number + 1,
      status: 'approved',
      content: JSON.stringify({ ...(inForce.content as object), appetite }),
      proposed_by: 'ada',
      proposed_by_name: 'Ada Admin',
    })
    .execute()
}
