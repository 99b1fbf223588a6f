import { listCollectors, updateCollector } from '@sinew/contract/collector/collector-contract.ts'
import { pushReport } from '@sinew/contract/ingest/ingest-contract.ts'
import { known, type StoryStep } from './story.ts'
import { type PostureCheck, postureChecks, postureDays } from './story-posture.ts'

/** A month with a little slack, so that a run on the 31st day is not late. */
const cadenceDays = 33

/** The posture scanner of the cloud account: a report a month, pushed as any script would, and an owner for it. */
export function collectorChapter(): readonly StoryStep[] {
  const pushes = postureDays.map(
    (day, run): StoryStep => ({
      day,
      who: 'aiko',
      settle: true,
      act: ({ client, organizationId, at }) =>
        client.call(pushReport, {
          params: { organizationId },
          query: { name: `posture-${at.toISOString().slice(0, 10)}.ocsf.json`, cadenceDays },
          body: JSON.stringify(postureReport(at, run)),
        }),
    }),
  )
  return [...pushes, { day: (postureDays[0] ?? 0) + 1, who: 'tomas', act: giveOwner }]
}

const giveOwner: StoryStep['act'] = async ({ client, organizationId, memory }) => {
  const { items } = await client.call(listCollectors, { params: { organizationId } })
  for (const { id, version } of items) {
    const body = { name: 'Cloud posture scan, production', ownerId: known(memory.people, 'priya') }
    await client.call(updateCollector, { params: { organizationId, collectorId: id }, ifMatch: version, body })
  }
}

/** One finding for each check and subject, in the shape Prowler writes as OCSF. */
export function postureReport(at: Date, run: number): readonly object[] {
  return postureChecks.flatMap((check) =>
    check.subjects.map((uid, index) => finding(check, uid, index >= (check.failing[run] ?? 0), at)),
  )
}

function finding(check: PostureCheck, uid: string, passes: boolean, at: Date) {
  return {
    class_uid: 2004,
    class_name: 'Detection Finding',
    metadata: {
      event_code: check.id,
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.4.0' },
      version: '1.4.0',
    },
    severity: check.severity,
    status: 'New',
    status_code: passes ? 'PASS' : 'FAIL',
    time: Math.floor(at.getTime() / 1_000) - 1_800,
    finding_info: { title: check.title, uid: `${check.id}-${uid.split(/[:/]/).at(-1)}` },
    resources: [{ uid, type: check.resourceType, name: uid.split(/[:/]/).at(-1), region: 'eu-central-1' }],
    cloud: { provider: 'aws', region: 'eu-central-1', account: { uid: '418205937731', type: 'AWS Account' } },
    unmapped: { compliance: { 'ISO27001-2022': [check.control] } },
  }
}
