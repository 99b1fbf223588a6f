import {
  managementReviews,
  reviewDecisions,
  reviewInputs,
  reviewParticipants,
} from '@sinew/contract/management-review/review-contract.ts'
import { fill, go, kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'

const entries: Readonly<Record<string, string>> = {
  a: 'First review: nothing was open.',
  b: 'A second cloud region is on offer; looked at next year.',
  c: 'Two clinics ask for notice within a day. It is in the contract now.',
  d1: 'Two minor nonconformities from the audit; one is closed, the other goes on.',
  d2: 'Proof got better until spring and slipped since: evidence is asked for on its day.',
  d3: 'One internal audit of all clauses, without doubt in the system.',
  d4: 'On the way, none given up.',
  e: 'No complaint about security.',
  f: 'Ransomware stays above what we want to bear until restoring is proven again.',
  g: 'Single sign-on for the ticket system.',
}

/** The first management review: held with the managing director, signed off with two decisions. */
export function reviewChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  return [
    { day: 344, who: 'tomas', act: (scene) => prepare(scene, made) },
    { day: 351, who: 'tomas', act: (scene) => hold(scene, made) },
    { day: 354, who: 'mara', act: (scene) => go(scene, managementReviews, kept(made, 'review'), 'signed') },
  ]
}

async function prepare(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { memory, at } = scene
  const review = await make(scene, managementReviews, {
    title: 'Management review of the first year',
    meetingAt: inDays(at, 7),
    place: 'Rotterdam',
    chairId: known(memory.people, 'mara'),
  })
  const people = [
    ['mara', 'Managing director', 'top'],
    ['tomas', 'ISMS manager', 'isms'],
    ['jana', 'Head of engineering', 'owner'],
  ] as const
  for (const [key, title, role] of people)
    await make(scene, reviewParticipants, { reviewId: review.id, personId: known(memory.people, key), title, role })
  made.set('review', review)
}

async function hold(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const review = kept(made, 'review')
  const held = await go(scene, managementReviews, review, 'held')
  const { items } = await client.call(reviewInputs.list, { params: { organizationId }, query: { reviewId: review.id } })
  for (const one of items) await fill(scene, reviewInputs, one, { entry: entries[one.input] ?? 'None.' })
  const decide = (title: string, kind: string, owner: 'priya' | 'luca', days: number) =>
    make(scene, reviewDecisions, {
      reviewId: review.id,
      title,
      kind,
      ownerId: known(memory.people, owner),
      dueAt: inDays(at, days),
    })
  await decide('Prove the restore again, twice a year from now on', 'improvement', 'priya', 30)
  await decide('Money for single sign-on of the ticket system', 'resources', 'luca', 60)
  const minutes = 'The ISMS does what it is for. Proof has to be on its day; the next review looks at that first.'
  made.set('review', await fill(scene, managementReviews, held, { minutes, nextAt: inDays(at, 182) }))
}
