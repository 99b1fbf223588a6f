/** What somebody typed into the search box, read as a reference and as words. */
export type SearchTerms = {
  /** Letters of a reference, upper case: `R` of R-12; empty when only a number was typed. Null when it is no reference. */
  readonly refLetters: string | null
  readonly refNumber: number | null
  /** `A.8.13` or the beginning of one, `C-4`: what a control may be called. */
  readonly controlRef: string | null
  /** All of these have to occur. */
  readonly words: readonly string[]
}

/** `r12`, `R-12` and `r 12` are the same risk; `a.8` begins the references of controls. */
export function parseSearch(text: string): SearchTerms {
  const trimmed = text.trim()
  const [, letters, digits] = /^([a-z]{1,3})?[-\s]?(\d{1,9})$/i.exec(trimmed) ?? []
  const control = /^(?:a\.?|)([5-8])(?:\.(\d{0,2}))?$/i.exec(trimmed)
  const own = /^c-?(\d{1,9})$/i.exec(trimmed)
  return {
    refLetters: digits === undefined ? null : (letters ?? '').toUpperCase(),
    refNumber: digits === undefined ? null : Number(digits),
    controlRef: own
      ? `C-${own[1]}`
      : control
        ? `A.${control[1]}${control[2] === undefined ? '' : `.${control[2]}`}`
        : null,
    words: trimmed.split(/\s+/).filter(Boolean).slice(0, 8),
  }
}
