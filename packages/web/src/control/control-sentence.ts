import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Tone } from '../ui/StatusSentence.tsx'

type Sentence = { readonly tone: Tone; readonly text: string }

/** How a control stands, in one sentence: the worst need speaks for it. */
export function controlSentence(control: Control, t: Translate): Sentence {
  if (!control.applicable) return { tone: 'calm', text: t('Excluded: it is not part of what you promise to do.') }
  if (control.needs.length === 0) {
    return { tone: 'watch', text: t('Nothing says yet what would prove it. Add what you would show an auditor.') }
  }
  const need = worstNeed(control)
  const days = Math.ceil(need?.standing.lateDays ?? 0)
  const title = need?.title ?? ''
  switch (control.proof) {
    case 'failing':
      return { tone: 'bad', text: t('“{{title}}” fails: the newest piece says that it does not work.', { title }) }
    case 'stale':
      return { tone: 'watch', text: t('“{{title}}” went stale {{count}} days ago.', { title, count: days }) }
    case 'proven':
      return control.due
        ? { tone: 'watch', text: t('Proven, and “{{title}}” should be renewed soon.', { title }) }
        : { tone: 'good', text: t('Every need is answered by fresh evidence.') }
    default:
      return {
        tone: 'watch',
        text:
          control.claimedShare === 0
            ? t('Nothing is said to be in place, so there is nothing to prove yet.')
            : t('Said to be in place, but “{{title}}” is not shown by anything that counts.', { title }),
      }
  }
}

const badness = { failing: 4, unproven: 3, stale: 2, proven: 0 } as const

/** The need to look at first. */
export function worstNeed(control: Control): Control['needs'][number] | undefined {
  const rank = ({ standing }: Control['needs'][number]) =>
    badness[standing.proof] + (standing.freshness === 'due' ? 1 : 0) + (1 - standing.share) / 2
  return control.needs.toSorted((a, b) => rank(b) - rank(a))[0]
}
