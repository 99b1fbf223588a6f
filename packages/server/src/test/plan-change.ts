import { plannedChanges } from '@sinew/contract/change/change-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import type { ChangeSubject } from '@sinew/core/change/planned-change-register.ts'

/** A change that says everything, proposed by one and approved by the other. */
export async function planChange(
  proposer: Client,
  organizationId: string,
  touches: readonly ChangeSubject[],
  approver: Client = proposer,
): Promise<string> {
  const params = { organizationId }
  const owner = await approver.call(createPerson, { params, body: { name: 'Rosa Remake' } })
  const change = await proposer.call(plannedChanges.create, {
    params,
    body: {
      title: 'A change that was thought through',
      touches,
      purpose: 'It is needed.',
      effect: 'Little.',
      integrity: 'The former version holds until then.',
      resources: 'A day.',
      responsibilities: 'As before.',
      ownerId: owner.id,
      plannedAt: '2099-01-01T00:00:00Z',
    },
  })
  const one = { organizationId, plannedChangeId: change.id }
  await approver.call(plannedChanges.move, { params: one, ifMatch: change.version, body: { to: 'approved' } })
  return change.id
}
