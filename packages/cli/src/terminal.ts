/** Where a command writes: its result to `out`, everything else to `err`. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Asks the person at the terminal; left out where nobody is there to answer. */
  readonly ask?: Ask
}

/** Resolves with the line that was typed. `hidden`: nothing of it is shown. */
export type Ask = (question: string, options?: { readonly hidden?: boolean }) => Promise<string>
