/** A stretch of a comment: plain text, or a link that is safe to follow. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

// Only these two schemes become links: no `javascript:`, no `data:`. Closing punctuation belongs to the sentence.
const address = /https?:\/\/[^\s<>"'`]+/g

/**
 * Cuts plain text at the web addresses in it. The pieces joined give the text back, character for character. What looks
 * like an address but is none, or hides another host behind a user name (`https://bank.example@evil.example`), stays text.
 */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = found.replace(/[.,;:!?)\]}]+$/, '')
    const url = safeUrl(shown)
    if (url === null) continue
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) })
    pieces.push({ kind: 'link', text: shown, url })
    from = index + shown.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
}
