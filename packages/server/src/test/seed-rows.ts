import { defaultMethodology } from '@sinew/core/methodology/default-methodology.ts'
import { recordedSettings } from '@sinew/core/portfolio/recorded-settings.ts'
import type { SoaContent } from '@sinew/core/soa/soa-content.ts'
import type pg from 'pg'
import type { PortfolioSummary } from '../chain/portfolio-row.ts'
import { newId } from '../db/identity.ts'
import { seedRegisters } from './seed-registers.ts'

const noLevels = { low: 0, medium: 0, high: 0, critical: 0 }

const noTail = { sdMinor: 0, noneProbability: 1, exceededMinor: { 2: 0, 10: 0, 20: 0, 100: 0 } }

const seededSummary: PortfolioSummary = {
  tail: { inherent: noTail, claimed: noTail, proven: noTail, target: noTail },
  countedRisks: 0,
  unestimatedRisks: 0,
  appetite: {
    within: true,
    yearlyLossWithin: true,
    yearlyLossMinor: 0,
    points: [],
    ratio: 0,
  },
  engine: { version: '1', settings: recordedSettings(0) },
  controls: { proven: 0, due: 0, stale: 0, failing: 0, unproven: 0, excluded: 0 },
  risks: { claimed: noLevels, proven: noLevels },
}

const noFigures = { meanMinor: 0, oneInTenMinor: 0, oneInTwentyMinor: 0, oneInHundredMinor: 0 }

export type SeededRows = Readonly<Record<string, string>>

const pinnedNothing = {
  provenLossMinor: 0,
  inherentLossMinor: 0,
  claimedLossMinor: 0,
  targetLossMinor: 0,
  level: 'low',
  methodologyVersion: 1,
  ownerName: 'Seeded person',
  riskVersion: 1,
  treatment: null,
  controls: [],
}

const pinnedUpdate = {
  key: 'x',
  events: 0,
  years: 0,
  reading: 'watched',
  keptShare: 1,
  occurrenceIds: [],
  periods: [],
  before: { low: 1, high: 2 },
  after: { low: 1, high: 2 },
  meanBefore: 1.5,
  meanAfter: 1.5,
  prior: { shape: 1, scale: 1 },
  posterior: { shape: 1, scale: 1 },
  inherentMinor: { before: 0, after: 0 },
  provenMinor: { before: 0, after: 0 },
  isWorse: false,
}

/** One row in every business table of an organisation, written as the serving role: something for every id to name. */
export async function seedRows(app: pg.Pool, organizationId: string, userId: string): Promise<SeededRows> {
  const client = await app.connect()
  const ids: Record<string, string> = { organization: organizationId, portfolio_state: organizationId }
  const insert = async (table: string, values: Record<string, unknown>, id = newId()) => {
    ids[table] = id
    const row: Record<string, unknown> = { organization_id: organizationId, id, ...values }
    const columns = Object.keys(row)
    await client.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row).map((value) =>
        value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
          ? JSON.stringify(value)
          : value,
      ),
    )
    return id
  }
  const at = new Date()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
        set_config('app.actor_id', 'seed', true), set_config('app.actor_name', 'Seed', true), set_config('app.request_id', $2, true)`,
      [organizationId, newId()],
    )
    const found = async (table: string, where = '') => {
      const result = await client.query(`select id from ${table} ${where} limit 1`)
      return result.rows[0]?.id as string | undefined
    }
    ids.member = (await found('member')) ?? ''
    const person = await insert('person', { number: 9001, name: 'Seeded person' })
    const invitation = { email: 'x@example.org', role: 'reader', token_hash: 'x', invited_by: userId, expires_at: at }
    await insert('invitation', invitation)
    await insert('api_token', {
      member_id: ids.member,
      name: 'Seeded',
      token_hash: 'x',
      scopes: ['risk:read'],
      expires_at: at,
    })
    await client.query(
      `insert into access_log (organization_id, id, hour, at, member_id, member_name, member_email, by_token, route)
       values ($1, $2, $3, $3, $4, 'Ada Auditor', 'ada@example.org', false, 'listRisks')`,
      [organizationId, newId(), at, ids.member],
    )
    await client.query('insert into api_token_use (organization_id, token_id, last_used_at) values ($1, $2, $3)', [
      organizationId,
      ids.api_token,
      at,
    ])
    const asset = await insert('asset', { number: 9001, title: 'Seeded asset', kind: 'site', owner_id: person })
    const obligation = await insert('obligation', { number: 9001, title: 'Seeded law', kind: 'law', owner_id: person })
    await insert('methodology', {
      version_number: 9001,
      status: 'superseded',
      content: { scope: '', ...defaultMethodology('EUR', 100_000_000) },
      proposed_by: userId,
      proposed_by_name: 'Seed',
    })
    const control = await insert('control', {
      ref: 'C-9001',
      sort_key: 9001,
      title: 'Seeded control',
      source: 'own',
      theme: 'people',
      owner_id: person,
    })
    await insert('obligation_control', { obligation_id: obligation, control_id: control })
    const risk = await insert('risk', { number: 9001, title: 'Seeded risk', owner_id: person })
    await insert('risk_asset', { risk_id: risk, asset_id: asset })
    await insert('risk_control', {
      risk_id: risk,
      control_id: control,
      effect: 'loss',
      reduction_low: 0.1,
      reduction_high: 0.5,
    })
    await insert('what_if', {
      number: 9001,
      name: 'Seeded what-if',
      content: { assurances: 'today', controls: [], insurance: null, budgetMinor: null, aheadDays: 0 },
      figures: { at: at.toISOString(), today: noFigures, changed: noFigures, costMinor: 0, unknownCosts: 0 },
      author_user_id: userId,
      author_name: 'Seed',
    })
    const policy = await insert('insurance_policy', {
      number: 9001,
      name: 'Seeded policy',
      per: 'event',
      deductible_minor: 0,
      limit_minor: 1,
      premium_minor: 0,
      valid_from: new Date(0),
      valid_until: new Date(1),
      covers_all: false,
    })
    await insert('insurance_policy_risk', { policy_id: policy, risk_id: risk })
    await insert('treatment_action', {
      what_if_id: ids.what_if,
      number: 9001,
      risk_id: risk,
      control_id: control,
      title: 'Seeded action',
      owner_id: person,
      due_at: at,
    })
    await insert('risk_acceptance', {
      risk_id: risk,
      accepted_by_person_id: person,
      accepted_by_user: userId,
      accepted_by_name: 'Seed',
      accepted_at: at,
      expires_at: at,
      rationale: 'x',
      pinned: { ...pinnedNothing, ownerId: person },
      status: 'withdrawn',
    })
    await insert('risk_occurrence', {
      number: 9001,
      risk_id: risk,
      kind: 'near_miss',
      title: 'Seeded occurrence',
      occurred_at: at,
      discovered_at: at,
      reported_by: userId,
      reported_by_name: 'Seed',
    })
    await insert('occurrence_watch', {
      risk_id: risk,
      watched_from: new Date(at.getTime() - 86_400_000),
      watched_until: at,
      reason: 'x',
      vouched_by: userId,
      vouched_by_name: 'Seed',
      vouched_at: at,
    })
    await insert('rate_update', {
      risk_id: risk,
      decision: 'dismissed',
      proposal_fingerprint: 'x',
      pinned: pinnedUpdate,
      reason: 'x',
      decided_by: userId,
      decided_by_name: 'Seed',
      decided_at: at,
    })
    await insert('risk_estimate', { risk_id: risk, person_id: person, status: 'withdrawn', given_at: at })
    const asked = { person_id: person, asked_by: userId, asked_by_name: 'Seed', asked_at: at }
    await insert('estimate_request', { risk_id: risk, ...asked })
    const round = await insert('calibration_round', { user_id: 'seed', started_at: at })
    await insert('calibration_answer', { round_id: round, user_id: 'seed', position: 1, question_id: 'seed' })
    const collector = await insert('collector', {
      number: 9001,
      name: 'Seeded collector',
      tool: 'seed',
      cadence_days: 7,
      owner_id: person,
    })
    const need = await insert('evidence_need', {
      control_id: control,
      title: 'Seeded need',
      cadence_days: 30,
      nature: 'operation',
      collector_id: collector,
    })
    const file = await insert('file', {
      sha256: 'a'.repeat(64),
      size_bytes: 1,
      media_type: 'text/plain',
      name: 'x.txt',
      uploaded_by: userId,
    })
    const run = await insert('ingest_run', {
      collector_id: collector,
      file_id: file,
      sha256: 'a'.repeat(64),
      format: 'x',
      tool: 'x',
      observed_at: at,
      observed_to: at,
      counts: {
        ...{ records: 1, subjects: 1, pass: 1, fail: 0, manual: 0, error: 0, not_applicable: 0, suppressed: 0 },
        ...{ controls: 1, missing: 0, unmapped: 0 },
      },
      report: { unmappedChecks: [], manualChecks: [], unknownRefs: [], missing: [], missingByRef: {} },
    })
    const first = await insert('evidence', {
      number: 9000,
      title: 'Earlier',
      kind: 'note',
      nature: 'operation',
      provenance: 'declared',
      result: 'pass',
      collected_at: at,
      submitted_by: userId,
      submitted_by_name: 'Seed',
    })
    const evidence = await insert('evidence', {
      number: 9001,
      title: 'Seeded evidence',
      kind: 'file',
      file_id: file,
      nature: 'operation',
      provenance: 'observed',
      result: 'pass',
      collected_at: at,
      submitted_by: userId,
      submitted_by_name: 'Seed',
      supersedes_id: first,
      collector_id: collector,
      ingest_run_id: run,
    })
    await insert('evidence_serves', { evidence_id: evidence, need_id: need, collected_at: at })
    await insert('observed_subject', { collector_id: collector, control_id: control, check_id: 'x', subject_uid: 'x' })
    await insert('soa_version', {
      version_number: 9001,
      status: 'rejected',
      content: emptySoaContent(organizationId),
      content_hash: 'x',
      scope: '',
      methodology_version: 1,
      proposed_by: userId,
      proposed_by_name: 'Seed',
      proposed_at: at,
    })
    await insert(
      'control_state',
      { assurance: 0, implemented_share: 0, proof: 'unproven', freshness: 'missing' },
      control,
    )
    const band = { likelihood: 0, consequence: 0 }
    const zero = { inherent_minor: 0, claimed_minor: 0, proven_minor: 0, target_minor: 0, gap_minor: 0 }
    await insert(
      'risk_state',
      {
        ...zero,
        inherent_level: 'low',
        claimed_level: 'low',
        proven_level: 'low',
        target_level: 'low',
        bands: { inherent: band, claimed: band, proven: band, target: band },
      },
      risk,
    )
    await client.query(
      'insert into portfolio_state (organization_id, computed_at, inherent_minor, claimed_minor, proven_minor, target_minor, gap_minor, summary) values ($1, $2, 0, 0, 0, 0, 0, $3) on conflict do nothing',
      [organizationId, at, JSON.stringify(seededSummary)],
    )
    const movement = await insert('movement', {
      number: 9001,
      at,
      kind: 'control',
      headline: 'Seeded',
      sentence: 'Seeded',
      cause: {
        entity: 'control',
        id: control,
        ref: 'C-9001',
        label: 'Seeded control',
        operation: 'update',
        actorName: 'Seed',
        at: at.getTime(),
        since: null,
        reason: null,
      },
      chain: JSON.stringify([]),
      episode_key: 'x',
      gap_delta_minor: 0,
    })
    await client.query(
      'insert into movement_subject (organization_id, movement_id, entity, entity_id) values ($1, $2, $3, $4)',
      [organizationId, movement, 'control', control],
    )
    await insert('comment', {
      entity: 'risk',
      entity_id: risk,
      author_user_id: userId,
      author_name: 'Seed',
      body: 'Seeded comment',
    })
    await seedRegisters(insert, ids)
    const version = await insert('document_version', {
      document_id: ids.document,
      version_number: 1,
      title: 'Seeded',
      content: 'Seeded.',
      authors: [userId],
      author_name: 'Seed',
    })
    const ofCampaign = { acknowledgement_campaign_id: ids.acknowledgement_campaign, person_id: person }
    await insert('acknowledgement_request', ofCampaign)
    await insert('acknowledgement', {
      ...{ person_id: person, person_name: 'Seed', document_id: ids.document, document_version_id: version },
      ...{ content_hash: 'a'.repeat(64), acknowledged_by: userId, acknowledged_at: at },
    })
    await insert('raci_entry', { raci_activity_id: ids.raci_activity, isms_role_id: ids.isms_role, letter: 'R' })
    await insert('object_link', {
      from_entity: 'site',
      from_id: ids.site,
      to_entity: 'interested_party',
      to_id: ids.interested_party,
    })
    await insert('saved_view', { user_id: userId, screen: 'risks', name: 'Seeded', query: {} })
    await insert('comment_mention', {
      comment_id: ids.comment,
      entity: 'risk',
      entity_id: ids.risk,
      person_id: person,
    })
    await insert('mail_preference', { person_id: person })
    await insert('calendar_feed', { user_id: userId, token_hash: 'x' })
    await insert('mail_outbox', {
      person_id: person,
      recipient: 'x@example.org',
      kind: 'test',
      key: 'seeded',
      subject: 'Seeded',
      body_text: '',
      body_html: '',
      state: 'held',
    })
    await client.query('commit')
    ids.deletion = await seedDeletion(client, organizationId)
    await seal(client, organizationId)
    return ids
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The first link of the ledger's chain, of what is committed by now. */
async function seal(client: pg.PoolClient, organizationId: string): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('app.organization_id', $1, true)`, [organizationId])
  await client.query('select seal_ledger()')
  await client.query('commit')
}

/** An asset that somebody deleted; gives the request that did. */
async function seedDeletion(client: pg.PoolClient, organizationId: string): Promise<string> {
  const [assetId, deletionId] = [newId(), newId()]
  await client.query('begin')
  await client.query(
    `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
      set_config('app.actor_id', 'seed', true), set_config('app.actor_name', 'Seed', true), set_config('app.request_id', $2, true)`,
    [organizationId, deletionId],
  )
  await client.query(
    "insert into asset (organization_id, id, number, title, kind) values ($1, $2, 9002, 'Deleted', 'site')",
    [organizationId, assetId],
  )
  await client.query('delete from asset where id = $1', [assetId])
  await client.query('commit')
  return deletionId
}

function emptySoaContent(organizationId: string): SoaContent {
  return {
    format: 'sinew-soa-1',
    organizationId,
    organization: 'Seeded',
    scope: '',
    version: 9001,
    previous: null,
    asOf: '2026-01-01T00:00:00.000Z',
    methodologyVersion: 1,
    lines: [],
  }
}
