import { adoptKpis, measureMetrics } from '@sinew/contract/objective/kpi-contract.ts'
import { metricEvaluations, metrics, metricValues, objectives } from '@sinew/contract/objective/objective-contract.ts'
import type { KpiKey } from '@sinew/core/objective/kpi-catalogue.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { storyKpis, storyMeasureDays, storyMfa } from './story-governance.ts'

/** What is to be reached, what is measured, and who judged it. */
export function objectivesChapter(): readonly StoryStep[] {
  return [
    { day: 96, who: 'tomas', act: begin },
    ...storyMeasureDays.map((day) => ({ day, who: 'tomas' as const, act: measure })),
    ...storyMfa.map(([day, value]) => ({ day, who: 'luca' as const, act: (scene: Scene) => push(scene, value) })),
    ...[205, 310].map((day) => ({ day: day + 1, who: 'tomas' as const, act: judge })),
  ]
}

async function begin({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  const [measurerId, ownerId] = [known(memory.people, 'luca'), known(memory.people, 'tomas')]
  await client.call(adoptKpis, { params, body: { keys: [...storyKpis], measurerId, ownerId } })
  // Weekly is more than nine measurements can tell.
  const fresh = await findMetric({ client, organizationId }, 'controls_fresh')
  const one = { organizationId, metricId: fresh.id }
  await client.call(metrics.update, { params: one, ifMatch: fresh.version, body: { cadenceDays: 30 } })
  const metricId = async (kpi: KpiKey) => (await findMetric({ client, organizationId }, kpi)).id
  await client.call(objectives.create, {
    params,
    body: {
      title: 'By the end of the year every account signs in with more than a password',
      measure: 'Share of accounts with multi-factor sign-in, from the identity provider',
      metricId: await metricId('mfa_coverage'),
      baseline: '58 % when it began',
      target: 100,
      unit: '%',
      plan: 'Keys for all by team, service accounts last; old sign-in switched off by group.',
      resources: '60 keys, ten days of the workplace team.',
      ownerId: known(memory.people, 'luca'),
      dueAt: inDays(at, 300),
      evaluation: 'Weekly figure of the identity provider; the ISMS manager judges it each quarter.',
    },
  })
  await client.call(objectives.create, {
    params,
    body: {
      title: 'Evidence of nine controls in ten is fresh at any time',
      measure: 'Applicable controls whose evidence is within its validity',
      metricId: await metricId('controls_fresh'),
      target: 90,
      unit: '%',
      plan: 'Collectors for cloud and devices, one evidence hour a month for each owner.',
      resources: 'Two days a month in all.',
      ownerId,
      dueAt: inDays(at, 310),
      evaluation: 'Weekly figure, judged in the management review.',
    },
  })
}

async function findMetric({ client, organizationId }: Pick<Scene, 'client' | 'organizationId'>, kpi: KpiKey) {
  const { items } = await client.call(metrics.list, { params: { organizationId }, query: { kpi } })
  const [metric] = items
  if (metric === undefined) throw new Error(`The story does not measure ${kpi}.`)
  return metric
}

const measure = ({ client, organizationId }: Scene) =>
  client.call(measureMetrics, { params: { organizationId }, body: {} })

async function push(scene: Scene, value: number): Promise<void> {
  const { client, organizationId, at } = scene
  const metric = await findMetric(scene, 'mfa_coverage')
  await client.call(metricValues.create, {
    params: { organizationId },
    body: { metricId: metric.id, value, measuredAt: at.toISOString(), source: 'Report of the identity provider' },
  })
}

async function judge(scene: Scene): Promise<void> {
  const metric = await findMetric(scene, 'controls_fresh')
  await scene.client.call(metricEvaluations.create, {
    params: { organizationId: scene.organizationId },
    body: {
      metricId: metric.id,
      title: 'Evidence ages faster than it is renewed where people have to attach it by hand.',
      action: 'Two more collectors next quarter; owners of stale controls are asked each month.',
    },
  })
}
