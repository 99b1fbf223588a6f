import classes from './StatusSentence.module.css'

export type Tone = 'calm' | 'good' | 'watch' | 'bad'

/** A sentence with a mark for its tone; the words alone carry the meaning. */
export function StatusSentence({ tone, children }: { readonly tone: Tone; readonly children: React.ReactNode }) {
  return (
    <span className={classes.sentence} data-tone={tone}>
      {children}
    </span>
  )
}
