/** Texts shorter than this are shown whole. */
const shortEnough = 80
/** So many words stay around a difference, so that it can be found. */
const wordsAround = 4

/**
 * Leaves out what two long texts have in common at both ends, whole words at a time, so that the difference is what one
 * reads. What was left out is an ellipsis. Short texts, and texts that share little, come back unchanged.
 */
export function trimCommon(before: string, after: string): readonly [string, string] {
  if (before.length < shortEnough && after.length < shortEnough) return [before, after]
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start += 1
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const from = Math.max(0, start - wordsAround)
  const left = Math.max(0, end - wordsAround)
  const cut = (words: readonly string[]) =>
    `${from > 0 ? '… ' : ''}${words
      .slice(from, words.length - left)
      .join('')
      .trim()}${left > 0 ? ' …' : ''}`
  return from === 0 && left === 0 ? [before, after] : [cut(old), cut(now)]
}

/** Words with the space that follows them: joined they give the text back. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}
