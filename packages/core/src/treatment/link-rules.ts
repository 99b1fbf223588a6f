import type { LinkEffect } from '../chain/chain-snapshot.ts'
import type { Refusal } from '../refusal.ts'

/** Why a link cannot be kept like this. `saved`: what containing an event of the risk saves, as it will be; null while nobody has said it. */
export function linkRefusals(link: { readonly effect: LinkEffect; readonly saved: number | null }): readonly Refusal[] {
  if (link.effect !== 'response' || link.saved !== null) return []
  return [
    {
      code: 'saving_unknown',
      message: 'Say which share of its loss a contained event saves: else containing it counts for nothing.',
    },
  ]
}

/** What a link of each effect does, after “This control already …”. */
export const effectVerbs: Readonly<Record<LinkEffect, string>> = {
  frequency: 'lowers the frequency of this risk',
  loss: 'lowers the loss of this risk',
  response: 'contains events of this risk',
}
