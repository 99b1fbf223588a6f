import {
  commitments,
  delegations,
  ismsRoles,
  raciActivities,
  setRaciCell,
} from '@sinew/contract/leadership/leadership-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { storyActivities, storyCommitments, storyRoles } from './story-documents.ts'

/** Who leads and who does what; a deputy for the summer; what management paid for and said. */
export function leadershipChapter(): readonly StoryStep[] {
  return [
    { day: 17, who: 'mara', act: appoint },
    ...storyCommitments.map((one) => ({
      day: one.day,
      who: 'mara' as const,
      act: (scene: Scene) => commit(scene, one),
    })),
    { day: 190, who: 'mara', act: delegate },
  ]
}

async function appoint({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  const roles = new Map<string, string>()
  for (const { key, title, holder, deputy, does } of storyRoles) {
    const role = await client.call(ismsRoles.create, {
      params,
      body: {
        ...{ title, responsibilities: does },
        holderId: known(memory.people, holder),
        deputyId: known(memory.people, deputy),
        appointedById: known(memory.people, 'mara'),
        appointedAt: at.toISOString(),
      },
    })
    roles.set(key, role.id)
  }
  for (const { title, clauses, cells } of storyActivities) {
    const activity = await client.call(raciActivities.create, { params, body: { title, clauses: [...clauses] } })
    for (const [role, letter] of Object.entries(cells))
      await client.call(setRaciCell, {
        params: { ...params, raciActivityId: activity.id, ismsRoleId: known(roles, role) },
        body: { letter },
      })
  }
}

async function commit({ client, organizationId, memory, at }: Scene, one: (typeof storyCommitments)[number]) {
  const params = { organizationId }
  const { title, kind, body, euros } = one
  const made = await client.call(commitments.create, {
    params,
    body: {
      ...{ title, kind, body },
      saidAt: at.toISOString(),
      saidById: known(memory.people, 'mara'),
      amountMinor: euros === null ? null : euros * 100,
    },
  })
  const recorded = { ...params, managementCommitmentId: made.id }
  await client.call(commitments.move, { params: recorded, ifMatch: made.version, body: { to: 'recorded' } })
}

async function delegate({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  const made = await client.call(delegations.create, {
    params,
    body: {
      title: 'Summer leave of the managing director',
      entitles: 'accept_high',
      fromPersonId: known(memory.people, 'mara'),
      toPersonId: known(memory.people, 'jana'),
      startsAt: inDays(at, 7),
      endsAt: inDays(at, 28),
      reason: 'Decisions on risks do not wait for three weeks.',
    },
  })
  const granted = { ...params, delegationId: made.id }
  await client.call(delegations.move, { params: granted, ifMatch: made.version, body: { to: 'granted' } })
}
