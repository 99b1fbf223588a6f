import { acceptRisk } from '@sinew/contract/acceptance/acceptance-contract.ts'
import { getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { completeAction, createAction, getAction, updateAction } from '@sinew/contract/treatment/action-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, knownControl, type StoryStep, storyDays } from './story.ts'
import { storyAcceptances, storyActions } from './story-treatment.ts'

/** The treatment plan with its dates that moved, and the risks that owners took upon themselves. */
export function treatmentChapter(): readonly StoryStep[] {
  return [...actionSteps(), ...acceptanceSteps()]
}

function actionSteps(): readonly StoryStep[] {
  return storyActions.flatMap((action) => {
    let id = ''
    const steps: StoryStep[] = [
      {
        day: action.planned,
        who: 'tomas',
        act: async ({ client, organizationId, memory, at }) => {
          const made = await client.call(createAction, {
            params: { organizationId, riskId: known(memory.risks, action.risk) },
            body: {
              title: action.title,
              controlId: knownControl(memory, action.control).id,
              ownerId: known(memory.people, action.owner),
              dueAt: inDays(at, action.due - action.planned),
              costMinor: action.euros * 100,
            },
          })
          id = made.id
        },
      },
    ]
    const { moved, done } = action
    if (moved) {
      steps.push({
        day: moved.day,
        who: action.owner,
        act: async ({ client, organizationId, at }) => {
          const params = { organizationId, actionId: id }
          const { version } = await client.call(getAction, { params })
          const body = { dueAt: inDays(at, moved.due - moved.day), reason: moved.why }
          await client.call(updateAction, { params, ifMatch: version, body })
        },
      })
    }
    if (done !== undefined) {
      steps.push({
        day: done,
        who: action.owner,
        act: async ({ client, organizationId }) => {
          const params = { organizationId, actionId: id }
          const { version } = await client.call(getAction, { params })
          await client.call(completeAction, { params, ifMatch: version, body: { note: 'Done as planned.' } })
        },
      })
    }
    return steps
  })
}

function acceptanceSteps(): readonly StoryStep[] {
  return storyAcceptances.map(({ risk, who, day, rationale }) => ({
    day: Math.min(day, storyDays - 1),
    who,
    settle: true,
    act: async ({ client, organizationId, memory }) => {
      const params = { organizationId, riskId: known(memory.risks, risk) }
      const { version } = await client.call(getRisk, { params })
      await client.call(acceptRisk, { params, ifMatch: version, body: { rationale } })
    },
  }))
}
