import type { BodyOf } from '@sinew/contract/client.ts'
import { updateControl } from '@sinew/contract/control/control-contract.ts'
import { inDays } from './registers-chapter.ts'
import { chance, known, knownControl, type Scene, type StoryStep } from './story.ts'
import { type StoryControl, storyControls } from './story-controls.ts'

/** The 93 controls, planned and put in place over the first half of the year, each by its owner. */
export function controlsChapter(): readonly StoryStep[] {
  return Object.entries(storyControls).flatMap(([ref, control]) =>
    control.excluded === undefined ? stepsOf(ref, control) : [],
  )
}

/** The day a control's evidence can begin. */
export function dayInPlace(ref: string, control: StoryControl): number | null {
  const month = control.implemented ?? control.partly
  return month === undefined ? null : dayOf(ref, month)
}

function dayOf(ref: string, month: number): number {
  return Math.round(month * 30.4 + chance('day', ref) * 20)
}

function stepsOf(ref: string, control: StoryControl): readonly StoryStep[] {
  const steps: StoryStep[] = []
  const inPlace = dayInPlace(ref, control)
  if (control.planned !== undefined) {
    const day = inPlace === null ? dayOf(ref, control.planned) : Math.min(dayOf(ref, control.planned), inPlace - 4)
    steps.push({
      day: Math.max(8, day),
      who: 'tomas',
      act: (scene) =>
        change(scene, ref, {
          implementation: 'planned',
          ownerId: known(scene.memory.people, control.owner),
          plannedAt: inDays(scene.at, inPlace === null ? 120 : inPlace - day),
        }),
    })
  }
  if (inPlace !== null) {
    const words = control.description ?? ''
    const claim: BodyOf<typeof updateControl> =
      control.implemented === undefined
        ? { implementation: 'partly', partlyShare: control.share ?? 0.5, description: words }
        : { implementation: 'implemented', description: words }
    steps.push({ day: Math.max(12, inPlace), who: control.owner, act: (scene) => change(scene, ref, claim) })
  }
  return steps
}

async function change(scene: Scene, ref: string, body: BodyOf<typeof updateControl>): Promise<void> {
  const { client, organizationId, memory } = scene
  const control = knownControl(memory, ref)
  const params = { organizationId, controlId: control.id }
  const { version, needs } = await client.call(updateControl, { params, ifMatch: control.version, body })
  control.version = version
  control.needs = needs
}
