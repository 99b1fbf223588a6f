import { createComment } from '@sinew/contract/comment/comment-contract.ts'
import { duties, dutiesDone, tasks } from '@sinew/contract/work/duty-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, knownControl, type StoryStep } from './story.ts'
import { cast } from './story-cast.ts'
import { type StoryDuty, storyDuties } from './story-work.ts'

/** When Tomas writes down what comes again. */
const plannedDay = 74

/** What is repeated and when it was done; and, in the last days, a question to who is late. */
export function workChapter(): readonly StoryStep[] {
  return [...storyDuties.flatMap(dutySteps), taskStep, questionStep]
}

function dutySteps({ done, owner, firstDay, control, ...body }: StoryDuty): readonly StoryStep[] {
  return [
    {
      day: plannedDay,
      who: 'tomas',
      act: async ({ client, organizationId, memory, at }) => {
        const { id } = await client.call(duties.create, {
          params: { organizationId },
          body: {
            ...body,
            ownerId: known(memory.people, owner),
            controlId: control === undefined ? null : knownControl(memory, control).id,
            firstDueAt: inDays(at, firstDay - plannedDay),
          },
        })
        memory.duties.set(body.title, id)
      },
    },
    ...done.map(
      ({ day, note }): StoryStep => ({
        day,
        who: owner,
        act: ({ client, organizationId, memory, at }) =>
          client.call(dutiesDone.create, {
            params: { organizationId },
            body: { dutyId: known(memory.duties, body.title), note, doneAt: at.toISOString() },
          }),
      }),
    ),
  ]
}

const taskStep: StoryStep = {
  day: 366,
  who: 'tomas',
  act: ({ client, organizationId, memory, at }) =>
    client.call(tasks.create, {
      params: { organizationId },
      body: {
        title: 'Show customer care how to report a suspicious message',
        ownerId: known(memory.people, 'aiko'),
        dueAt: inDays(at, 12),
      },
    }),
}

const questionStep: StoryStep = {
  day: 368,
  who: 'tomas',
  act: ({ client, organizationId, memory }) => {
    const name = cast.find(({ key }) => key === 'ruth')?.name ?? ''
    const entityId = known(memory.duties, 'Watch the suppliers')
    return client.call(createComment, {
      params: { organizationId, entity: 'duty', entityId },
      body: {
        body: `@${name} this is weeks late. Shall we look at the reports together on Thursday?`,
        personIds: [known(memory.people, 'ruth')],
      },
    })
  },
}
