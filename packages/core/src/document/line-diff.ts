export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** Line numbers from one on each side; null where the line is not. */
  readonly before: number | null
  readonly after: number | null
}

/** Beyond this many cells the middle is told as replaced whole: two long texts with nothing in common. */
const mostCells = 4_000_000

/**
 * The shortest way from one text to another, line by line: a longest common subsequence between what both begin and end
 * with alike. What goes stands before what comes in its place.
 */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const a = linesOf(before)
  const b = linesOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const out: DiffLine[] = []
  const same = (i: number, j: number) => out.push({ kind: 'same', text: a[i] ?? '', before: i + 1, after: j + 1 })
  const removed = (i: number) => out.push({ kind: 'removed', text: a[i] ?? '', before: i + 1, after: null })
  const added = (j: number) => out.push({ kind: 'added', text: b[j] ?? '', before: null, after: j + 1 })
  for (let i = 0; i < start; i += 1) same(i, i)
  walk(a.slice(start, a.length - end), b.slice(start, b.length - end), {
    same: (i, j) => same(start + i, start + j),
    removed: (i) => removed(start + i),
    added: (j) => added(start + j),
  })
  for (let k = end; k > 0; k -= 1) same(a.length - k, b.length - k)
  return out
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n')
}

type Steps = {
  readonly same: (i: number, j: number) => void
  readonly removed: (i: number) => void
  readonly added: (j: number) => void
}

function walk(a: readonly string[], b: readonly string[], steps: Steps): void {
  const lengths = commonLengths(a, b)
  const at = (i: number, j: number) => lengths?.[i * (b.length + 1) + j] ?? 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (lengths !== null && i < a.length && j < b.length && a[i] === b[j]) steps.same(i++, j++)
    else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) steps.removed(i++)
    else steps.added(j++)
  }
}

/** Lengths of the longest common subsequence of each pair of ends; null where that would be too many. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array | null {
  const width = b.length + 1
  if ((a.length + 1) * width > mostCells) return null
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [down, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0]
      lengths[i * width + j] = a[i] === b[j] ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0) : Math.max(down, right)
    }
  }
  return lengths
}
