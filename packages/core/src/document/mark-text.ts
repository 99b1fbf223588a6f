/** A piece of a text: plain, or the sentence that one of the marks names. */
export type MarkedPiece = { readonly text: string; readonly mark: number | null }

/**
 * Cuts a text where it holds one of these sentences, whatever their case and without their full stop. Marks are named by
 * their place in the list; where two begin at the same place, the longer one counts.
 */
export function markText(text: string, sentences: readonly string[]): readonly MarkedPiece[] {
  const wanted = sentences.map((sentence) => sentence.trim().replace(/\.$/, '').toLowerCase())
  const pieces: MarkedPiece[] = []
  const low = text.toLowerCase()
  // Lower case of some letters is longer: then places in one say nothing of places in the other.
  if (low.length !== text.length) return [{ text, mark: null }]
  let from = 0
  for (;;) {
    const found = nextOf(low, wanted, from)
    if (found === null) break
    if (found.at > from) pieces.push({ text: text.slice(from, found.at), mark: null })
    const end = found.at + found.length
    pieces.push({ text: text.slice(found.at, end), mark: found.mark })
    from = end
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), mark: null })
  return pieces
}

function nextOf(low: string, wanted: readonly string[], from: number) {
  let best: { readonly at: number; readonly length: number; readonly mark: number } | null = null
  for (const [mark, sentence] of wanted.entries()) {
    const at = sentence.length < 4 ? -1 : low.indexOf(sentence, from)
    if (at < 0) continue
    const { length } = sentence
    if (best === null || at < best.at || (at === best.at && length > best.length)) best = { at, length, mark }
  }
  return best
}
