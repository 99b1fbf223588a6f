import type { HitCount } from './hit-rate.ts'
import { chanceOfSoFew, chanceOfSoMany } from './hit-rate.ts'

/** `untested` before the first answer; `few`: too few answers to tell. */
export type CalibrationKind = 'untested' | 'few' | 'overconfident' | 'underconfident' | 'calibrated'

export type CalibrationVerdict = { readonly kind: CalibrationKind; readonly sentence: string }

/** Below this chance a well calibrated person is hardly the explanation. */
const unlikely = 0.1
/** Fewer answers show nothing. */
const fewest = 10

/** What the hits say about the person's ranges, with how easily chance alone would bring them. */
export function calibrationVerdict(count: HitCount): CalibrationVerdict {
  const { answered, hits } = count
  if (answered === 0) return { kind: 'untested', sentence: 'No question answered yet.' }
  const said = `${hits} of ${answered} ranges held the truth.`
  const promise = 'Ranges of well calibrated people hold it 9 times in 10'
  if (answered < fewest) return { kind: 'few', sentence: `${said} ${promise}; it takes ${fewest} answers to say more.` }
  const few = chanceOfSoFew(count)
  if (few < unlikely) {
    const sentence = `${said} ${promise}; so few happen to them ${percent(few)} of the time: you are overconfident. Make your ranges wider.`
    return { kind: 'overconfident', sentence }
  }
  const many = chanceOfSoMany(count)
  if (hits === answered && many < unlikely) {
    const sentence = `${said} ${promise}; so many happen to them ${percent(many)} of the time: your ranges are wider than they need to be.`
    return { kind: 'underconfident', sentence }
  }
  return {
    kind: 'calibrated',
    sentence: `${said} ${promise}: your ranges are as wide as they should be, as far as ${answered} answers can tell.`,
  }
}

function percent(chance: number): string {
  return chance < 0.01 ? 'less than 1 %' : `${Math.round(chance * 100)} %`
}
