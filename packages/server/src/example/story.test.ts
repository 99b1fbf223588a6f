import { campaigns } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { auditProgrammes } from '@sinew/contract/audit/audit-contract.ts'
import { getBackTest, getRiskBackTest, listBackTests } from '@sinew/contract/back-test/back-test-contract.ts'
import { listCalibrations } from '@sinew/contract/calibration/calibration-contract.ts'
import { externalAudits } from '@sinew/contract/certification/certification-contract.ts'
import { climateDecisions, scopeVersions } from '@sinew/contract/context/context-contract.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { documents, promises } from '@sinew/contract/document/document-contract.ts'
import { listEstimates, passEstimate } from '@sinew/contract/estimate/estimate-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { createExample, getExampleProgress, removeExample } from '@sinew/contract/example/example-contract.ts'
import { incidentNotifications, incidents } from '@sinew/contract/incident/incident-contract.ts'
import { listIngestRuns } from '@sinew/contract/ingest/ingest-contract.ts'
import { managementReviews } from '@sinew/contract/management-review/review-contract.ts'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { metrics } from '@sinew/contract/objective/objective-contract.ts'
import { listObligations } from '@sinew/contract/obligation/obligation-contract.ts'
import { getOrganization, updateOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { listSoaVersions } from '@sinew/contract/soa/soa-version-contract.ts'
import { supplierQuestionnaires, suppliers } from '@sinew/contract/supplier/supplier-contract.ts'
import { checklistRuns, competences, courses } from '@sinew/contract/training/training-contract.ts'
import { listWork } from '@sinew/contract/work/work-contract.ts'
import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { chance, storyDays } from './story.ts'
import { storyControls } from './story-controls.ts'
import { postureDays } from './story-posture.ts'
import { storyRisks } from './story-risks.ts'
import { planStory, tellStory } from './tell-story.ts'

describe('the plan of the story', () => {
  it('runs the 93 controls, treats thirty risks, and ends now', () => {
    expect(Object.keys(storyControls).sort()).toEqual(annexAControls.map((control) => control.id).sort())
    expect(storyRisks).toHaveLength(30)
    expect(new Set(storyRisks.map((risk) => risk.threat)).size).toBe(30)
    const days = planStory().map((step) => step.day)
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(Math.min(...days)).toBeGreaterThan(0)
    expect(Math.max(...days)).toBeLessThan(storyDays)
  })

  it('varies without dice', () => {
    expect(chance('a', 1)).toBe(chance('a', 1))
    expect(chance('a', 1)).not.toBe(chance('a', 2))
  })
})

describe('the example company', () => {
  let server: TestServer
  let visitor: TestOrganization
  let organizationId: string
  beforeAll(async () => {
    server = await startTestServer()
    visitor = await server.createOrganization('Visitor’s own')
    ;({ organizationId } = await visitor.client.call(createExample))
    expect(await progress()).toMatchObject({ state: 'telling' })
    await tellStory(server.services, server.app, { organizationId, ends: new Date() })
  }, 300_000)

  const progress = () => visitor.client.call(getExampleProgress, { params: { organizationId } })

  it('is told to its end, and is marked as an example for ever', async () => {
    expect(await progress()).toMatchObject({ state: 'told' })
    const organization = await visitor.client.call(getOrganization, { params: { organizationId } })
    expect(organization).toMatchObject({ isExample: true, role: 'owner', name: 'Brightwater Software' })
  })

  it('repeats what it has to, with one duty late and its owner asked why', async () => {
    const params = { organizationId }
    const { items } = await visitor.client.call(listWork, { params, query: { kind: 'duty', overdue: true } })
    expect(items).toMatchObject([{ title: 'Watch the suppliers', person: { name: 'Ruth Okafor' } }])
    const mentions = await visitor.client.call(listWork, { params, query: { kind: 'mention' } })
    expect(mentions.items).toMatchObject([{ what: 'Answer', ref: 'DU-3', person: { name: 'Ruth Okafor' } }])
  })

  it('has its year in the ledger, dated when it happened', async () => {
    const rows = await server.services.pools.owner.query(
      `select min(at) as first, max(at) as last, count(*)::int as n,
              count(*) filter (where actor_kind = 'user' and actor_id like 'example-%')::int as by_cast
       from revision where organization_id = $1`,
      [organizationId],
    )
    const { first, last, n, by_cast } = rows.rows[0]
    expect(Date.now() - first.getTime()).toBeGreaterThan(365 * 86_400_000)
    expect(Date.now() - last.getTime()).toBeLessThan(10 * 60_000)
    expect(n).toBeGreaterThan(2_000)
    expect(by_cast).toBeGreaterThan(700)
  })

  it('has single points of failure, and obligations that stand in every way', async () => {
    const params = { organizationId }
    const single = await visitor.client.call(listAssets, { params, query: { singlePoint: true } })
    expect(single.items.map(({ number }) => number)).toEqual([1, 4, 5, 8])
    expect(single.items[2]?.effective.availability.because).toContain('because AS-3 rests on it by way of AS-1.')
    const owed = await visitor.client.call(listObligations, { params })
    const standings = owed.items.map(({ status }) => status)
    expect(standings).toEqual(expect.arrayContaining(['claimed', 'partly', 'not_known', 'not_compliant']))
  })

  it('has policies in force that were read, one overdue review, and a promise that is not kept', async () => {
    const params = { organizationId }
    const { items } = await visitor.client.call(documents.list, { params, query: { pageSize: 50 } })
    const standings = items.map(({ standing }) => standing)
    expect(standings.filter((standing) => standing === 'published').length).toBeGreaterThanOrEqual(4)
    expect(standings).toEqual(expect.arrayContaining(['overdue', 'draft']))
    const { items: asked } = await visitor.client.call(campaigns.list, { params, query: { sort: 'number' } })
    expect(asked.map(({ versionNumber, readCount, progress }) => [versionNumber, readCount, progress])).toEqual([
      [1, 6, 'late'],
      [2, 4, 'late'],
    ])
    const promised = await visitor.client.call(promises.list, { params, query: { pageSize: 50 } })
    expect(promised.items.some(({ standing }) => standing !== 'kept')).toBe(true)
  })

  it('has 30 risks, 93 controls, some 250 pieces of evidence and three decisions on the statement', async () => {
    const params = { organizationId }
    expect((await visitor.client.call(listRisks, { params })).total).toBe(30)
    expect((await visitor.client.call(listControls, { params })).total).toBe(93)
    const evidence = await visitor.client.call(listEvidence, { params })
    expect(evidence.total).toBeGreaterThan(240)
    expect(evidence.total).toBeLessThan(300)
    const inbox = await visitor.client.call(listEvidence, { params, query: { inbox: true } })
    expect(inbox.total).toBeGreaterThanOrEqual(5)
    expect(inbox.total).toBeLessThanOrEqual(12)
    const { items } = await visitor.client.call(listSoaVersions, { params })
    expect(items.map((version) => version.status)).toEqual(['approved', 'superseded'])
  })

  it('had an acceptance that rested on the restore test, and reopened when the test was late', async () => {
    const { items } = await visitor.client.call(listRisks, { params: { organizationId }, query: { pageSize: 100 } })
    const count = (level: string) => items.filter((risk) => risk.state?.provenLevel === level).length
    expect([count('low') > 5, count('medium') > 8, count('high') > 1]).toEqual([true, true, true])
    expect(items.filter((risk) => risk.state?.provenLevel !== risk.state?.claimedLevel).length).toBeGreaterThan(4)
    const ransomware = items.find((risk) => risk.threatId === null && risk.title.startsWith('Ransomware'))
    expect(ransomware?.acceptance).toMatchObject({ status: 'reopened', acceptedByName: 'Jana Doe' })
    expect(items.filter((risk) => risk.acceptance?.status === 'valid').length).toBeGreaterThan(3)
    expect(items.filter((risk) => risk.acceptance?.status === 'reopened')).toHaveLength(1)
  })

  it('was scanned every month: a change failed most buckets, and the next report found it mended', async () => {
    const params = { organizationId }
    const runs = await visitor.client.call(listIngestRuns, { params, query: { sort: 'observedTo' } })
    expect(runs.items).toHaveLength(postureDays.length)
    const of = async (ref: string) => {
      const { items } = await visitor.client.call(listControls, { params, query: { q: ref, pageSize: 200 } })
      const controlId = items.find((control) => control.ref === ref)?.id ?? ''
      const pieces = await visitor.client.call(listEvidence, {
        params,
        query: { controlId, provenance: ['observed'], sort: 'collectedAt' },
      })
      return pieces.items.map(({ result }) => (result.kind === 'k_of_n' ? `${result.passed}/${result.expected}` : ''))
    }
    expect(await of('A.8.9')).toEqual(['8/12', '11/12', '12/12', '12/12', '12/12', '5/12', '12/12', '12/12', '12/12'])
    const { items } = await visitor.client.call(listMovements, { params, query: { pageSize: 200, q: 'A.8.9' } })
    expect(items.map((movement) => movement.sentence).join('\n')).toMatch(/5 of 12 pass .*A\.8\.9 assurance .*R-11/)
  })

  it('approved its scope twice, the second time by a planned change, and measures on; a script that stopped is late', async () => {
    const params = { organizationId }
    const scopes = await visitor.client.call(scopeVersions.list, { params, query: {} })
    expect(scopes.items.map(({ status }) => status)).toEqual(['superseded', 'approved'])
    const climate = await visitor.client.call(climateDecisions.list, { params, query: {} })
    expect(climate.items.map(({ standing }) => standing)).toEqual(['overdue'])
    const measured = await visitor.client.call(metrics.list, { params, query: { pageSize: 50 } })
    const standing = (kpi: string) => measured.items.find((metric) => metric.kpi === kpi)?.standing
    expect(standing('mfa_coverage')).toBe('late')
    expect(measured.items.filter((metric) => ['late', 'never'].includes(metric.standing))).toHaveLength(1)
  })

  it('recorded what happened: one estimate was updated by it, another waits for its owner', async () => {
    const params = { organizationId }
    const test = await visitor.client.call(getBackTest, { params })
    expect(test.all.claimed?.observed).toBeGreaterThan(14)
    expect(test.all.nearMisses).toBeGreaterThan(5)
    expect(test.watches).toHaveLength(1)
    expect(test.years[0]?.lossMinor).toBeGreaterThan(5_000_000)
    const phishing = (await visitor.client.call(listBackTests, { params, query: { q: 'phished' } })).items[0]
    expect(phishing).toMatchObject({ proposal: 'worse', claimed: { observed: 6 } })
    const exported = (await visitor.client.call(listBackTests, { params, query: { q: 'wrong clinic' } })).items[0]
    const updated = await visitor.client.call(getRiskBackTest, {
      params: { ...params, riskId: exported?.riskId ?? '' },
    })
    expect(updated.updates).toMatchObject([
      { decision: 'accepted', decidedByName: 'Ruth Okafor', pinned: { isWorse: true } },
    ])
    const { items } = await visitor.client.call(listMovements, { params, query: { pageSize: 200, q: 'wrong clinic' } })
    expect(items.length).toBeGreaterThan(0)
  })

  it('estimated two risks in three heads, agreeing on one, and trained two of them', async () => {
    const params = { organizationId }
    const estimatesOf = async (q: string) => {
      const risk = (await visitor.client.call(listRisks, { params, query: { q } })).items[0]
      const one = { ...params, riskId: risk?.id ?? '' }
      expect(await visitor.client.call(listEstimates, { params: one })).toMatchObject({ mayLook: false, pools: [] })
      return visitor.client.call(passEstimate, { params: one, body: {} })
    }
    const ransomware = await estimatesOf('Ransomware stops')
    expect(ransomware.estimates.filter(({ status }) => status === 'given')).toHaveLength(3)
    expect(ransomware.pools).toHaveLength(4)
    expect(ransomware.disagreement).toMatchObject({ frequency: { kind: 'close' }, lossMinor: { kind: 'close' } })
    expect(ransomware.requests.filter(({ isOpen }) => isOpen)).toEqual([])
    const phishing = await estimatesOf('credentials are phished')
    expect(phishing.disagreement).toMatchObject({ frequency: { kind: 'apart' }, lossMinor: { kind: 'apart' } })
    expect(phishing.requests.filter(({ isOpen }) => isOpen).map((one) => one.personName)).toEqual(['Noor Haddad'])
    const { items } = await visitor.client.call(listCalibrations, { params })
    expect(items).toMatchObject([
      { name: 'Jana Doe', answered: 10, hits: 7 },
      { name: 'Tomas Oduya', answered: 10, hits: 9 },
    ])
  })

  it('audited itself, closed what it found after a check of the effect, was reviewed, and passed stage 1', async () => {
    const params = { organizationId }
    const found = await visitor.client.call(nonconformities.list, { params, query: { source: 'internal_audit' } })
    expect(found.items).toMatchObject([
      { state: 'closed', closedBy: { name: 'Tomas Oduya' }, checkedBy: { name: 'Tomas Oduya' } },
      { state: 'contained' },
    ])
    const { items: programmes } = await visitor.client.call(auditProgrammes.list, { params })
    expect(programmes).toMatchObject([{ state: 'approved', approvedBy: { name: 'Mara Jensen' } }])
    expect((await visitor.client.call(managementReviews.list, { params })).items).toMatchObject([{ state: 'signed' }])
    const { items } = await visitor.client.call(externalAudits.list, { params, query: { sort: 'startsAt' } })
    expect(items).toMatchObject([
      { kind: 'stage1', state: 'passed' },
      { kind: 'stage2', state: 'planned' },
    ])
  })

  it('kept a clock, made a near miss a nonconformity, and has one incident that it has not learned from yet', async () => {
    const params = { organizationId }
    const { items } = await visitor.client.call(incidents.list, { params, query: { sort: 'number' } })
    expect(items).toMatchObject([
      { state: 'closed', severity: 'medium', closedById: expect.any(String) },
      { state: 'closed', lateClocks: 0, totalLossMinor: 1_140_000 },
      { state: 'recovered', lessons: '' },
    ])
    const clocks = await visitor.client.call(incidentNotifications.list, { params })
    expect(clocks.items).toMatchObject([{ regime: 'gdpr_authority', standing: 'met' }])
    const query = { source: 'incident' as const }
    const { items: failures } = await visitor.client.call(nonconformities.list, { params, query })
    expect(failures).toMatchObject([{ state: 'closed', closedBy: { name: 'Tomas Oduya' } }])
  })

  it('depends on four suppliers: one answered by link, the certificate of another ran out and proves nothing any more', async () => {
    const params = { organizationId }
    const { items } = await visitor.client.call(suppliers.list, { params, query: { sort: 'number' } })
    expect(items.map(({ criticality }) => criticality)).toEqual(['critical', 'high', 'medium', 'medium'])
    expect(Date.parse(items[1]?.certificateUntil ?? '')).toBeLessThan(Date.now())
    const answered = await visitor.client.call(supplierQuestionnaires.list, { params })
    expect(answered.items).toMatchObject([{ state: 'submitted', submittedByName: 'Security team of the supplier' }])
    const { items: told } = await visitor.client.call(listMovements, {
      params,
      query: { pageSize: 200, q: 'ISO/IEC 27001, all data centres' },
    })
    expect(told.map(({ sentence }) => sentence).join('\n')).toMatch(/A\.5\.22/)
  })

  it('taught everybody but one, shows who is competent, and prepares for somebody who leaves', async () => {
    const params = { organizationId }
    const { items } = await visitor.client.call(courses.list, { params })
    expect(items).toMatchObject([{ assigned: 9, overdue: 1 }])
    const able = await visitor.client.call(competences.list, { params, query: { sort: 'number' } })
    expect(able.items.map(({ holders }) => holders)).toEqual([1, 1])
    const runs = await visitor.client.call(checklistRuns.list, { params, query: { sort: 'number' } })
    expect(runs.items).toMatchObject([
      { title: 'Aiko Tanaka joins', state: 'done' },
      { title: 'Luca Ferri leaves', state: 'open', openSteps: 3 },
    ])
  })

  it('cannot be back-dated by a request, whatever it says', async () => {
    const organization = await visitor.client.call(getOrganization, { params: { organizationId } })
    const changed = await visitor.client.call(updateOrganization, {
      params: { organizationId },
      ifMatch: organization.version,
      headers: { 'x-sinew-at': '2020-01-01T00:00:00Z' },
      body: { name: 'Another name' },
    })
    const rows = await server.services.pools.owner.query(
      "select at from revision where organization_id = $1 and entity = 'organization' and version = $2",
      [organizationId, changed.version],
    )
    expect(Date.now() - rows.rows[0].at.getTime()).toBeLessThan(60_000)
  })

  it('can be removed whole, with what was approved in it', async () => {
    const params = { organizationId }
    await visitor.client.call(removeExample, { params })
    await expect(visitor.client.call(getOrganization, { params })).rejects.toMatchObject({ status: 404 })
    const rows = await server.services.pools.owner.query(
      'select count(*)::int as n from revision where organization_id = $1',
      [organizationId],
    )
    expect(rows.rows[0].n).toBe(1)
  })
})
