import { operatingChecks, operations, plannedChanges } from '@sinew/contract/change/change-contract.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import type { CastKey } from './story-cast.ts'
import { type StoryChange, storyChanges } from './story-governance.ts'

/** Changes of the ISMS, planned by one and approved by another; and what others run, with its checks. */
export function governanceChapter(): readonly StoryStep[] {
  return [...storyChanges.flatMap(changeSteps), ...operationSteps()]
}

function operationSteps(): readonly StoryStep[] {
  let operatingControlId = ''
  const check = (day: number, isMet: 'yes' | 'no', title: string, note: string): StoryStep => ({
    day,
    who: 'priya',
    act: ({ client, organizationId, at }) =>
      client.call(operatingChecks.create, {
        params: { organizationId },
        body: { operatingControlId, title, checkedAt: at.toISOString(), isMet, note },
      }),
  })
  return [
    {
      day: 88,
      who: 'tomas',
      act: async ({ client, organizationId, memory }) => {
        const made = await client.call(operations.create, {
          params: { organizationId },
          body: {
            title: 'Hosting at the cloud provider',
            kind: 'outsourced',
            provider: 'Public cloud provider',
            scope: 'Availability of two zones, encryption of all volumes, access of the provider’s staff.',
            criteria: 'Current assurance report without an open major point; uptime as in the contract.',
            method: 'Read report and uptime each quarter; open points go to the risk of an outage.',
            ownerId: known(memory.people, 'priya'),
            cadenceDays: 92,
          },
        })
        operatingControlId = made.id
      },
    },
    check(110, 'yes', 'Assurance report and uptime of the quarter', ''),
    check(
      200,
      'no',
      'Assurance report and uptime of the quarter',
      'One zone missed its uptime; credit claimed, risk looked at.',
    ),
    check(290, 'yes', 'Assurance report and uptime of the quarter', ''),
  ]
}

function changeSteps(change: StoryChange): readonly StoryStep[] {
  let id = ''
  const step = (day: number, who: CastKey, to: string, reason?: string): StoryStep => ({
    day,
    who,
    act: async ({ client, organizationId }) => {
      const params = { organizationId, plannedChangeId: id }
      const { version } = await client.call(plannedChanges.get, { params })
      await client.call(plannedChanges.move, { params, ifMatch: version, body: { to, reason } })
    },
  })
  const { key, day, who, owner, plannedDay, done, review, ...body } = change
  return [
    {
      day,
      who,
      act: async ({ client, organizationId, memory, at }: Scene) => {
        const plannedAt = new Date(at.getTime() + (plannedDay - day) * 86_400_000).toISOString()
        const made = await client.call(plannedChanges.create, {
          params: { organizationId },
          body: { ...body, ownerId: known(memory.people, owner), plannedAt },
        })
        id = made.id
        memory.changes.set(key, id)
      },
    },
    step(day + 2, 'mara', 'approved'),
    ...(done === undefined ? [] : [step(done, owner, 'done')]),
    ...(review === undefined ? [] : [step(review.day, 'mara', 'reviewed', review.outcome)]),
  ]
}
