import { reviewEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { chance, knownPiece, type StoryStep } from './story.ts'
import type { CastKey } from './story-cast.ts'

const notes: readonly string[] = ['', '', 'Opened and compared with the system.', '', 'Complete.', '']

/** Reviews are done in one sitting every two weeks; what came after the last one still waits. */
const lastSitting = 361
const sittingEvery = 14

/** Whoever may review and did not bring the piece: the ISMS manager, or the head of engineering for what he brought himself. */
export function reviewSteps(key: string, submitter: CastKey, submitted: number): readonly StoryStep[] {
  if (submitted >= lastSitting) return []
  const day = lastSitting - Math.floor((lastSitting - submitted - 1) / sittingEvery) * sittingEvery
  const note = notes[Math.floor(chance('note', key) * notes.length)] ?? ''
  return [
    {
      day,
      who: submitter === 'tomas' ? 'jana' : 'tomas',
      act: async ({ client, organizationId, memory }) => {
        const { id, version } = knownPiece(memory, key)
        const params = { organizationId, evidenceId: id }
        await client.call(reviewEvidence, { params, ifMatch: version, body: { result: 'accepted', note } })
      },
    },
  ]
}
