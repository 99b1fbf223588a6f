/** A text with what is chosen in it. */
export type Selection = { readonly text: string; readonly start: number; readonly end: number }

/** The part of the text that is exchanged, what comes in its place, and what is chosen then. */
export type Edit = {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly start: number
  readonly end: number
}

/** Puts marks around what is chosen, or takes them away where they are. */
export function wrap({ text, start, end }: Selection, mark: string, placeholder: string): Edit {
  const width = mark.length
  if (text.slice(start - width, start) === mark && text.slice(end, end + width) === mark) {
    const inner = text.slice(start, end)
    return { from: start - width, to: end + width, insert: inner, start: start - width, end: end - width }
  }
  const inner = text.slice(start, end) || placeholder
  return { from: start, to: end, insert: mark + inner + mark, start: start + width, end: start + width + inner.length }
}

export type LineMark = 'heading1' | 'heading2' | 'heading3' | 'bullets' | 'numbers' | 'quote'

const prefixes: Readonly<Record<LineMark, (at: number) => string>> = {
  heading1: () => '# ',
  heading2: () => '## ',
  heading3: () => '### ',
  bullets: () => '- ',
  numbers: (at) => `${at + 1}. `,
  quote: () => '> ',
}
const anyPrefix = /^(#{1,6} |[-*] |\d+\. |> )/

/** Begins each chosen line with the mark, in place of another one; where all have it already, it is taken away. */
export function markLines({ text, start, end }: Selection, mark: LineMark): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next < 0 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const prefix = prefixes[mark]
  const isMarked = lines.every((line, at) => line.startsWith(prefix(at)))
  const insert = lines.map((line, at) => (isMarked ? '' : prefix(at)) + line.replace(anyPrefix, '')).join('\n')
  return { from, to, insert, start: from, end: from + insert.length }
}

export function insertLink({ text, start, end }: Selection): Edit {
  const words = text.slice(start, end) || 'words'
  const insert = `[${words}](https://)`
  const at = start + words.length + 3
  return { from: start, to: end, insert, start: at, end: at + 8 }
}

/** Puts a block on lines of its own. */
export function insertBlock({ text, start, end }: Selection, block: string): Edit {
  const before = start === 0 || text.slice(0, start).endsWith('\n\n') ? '' : text[start - 1] === '\n' ? '\n' : '\n\n'
  const after = text.slice(end).startsWith('\n') ? '\n' : '\n\n'
  const insert = before + block + after
  const at = start + insert.length
  return { from: start, to: end, insert, start: at, end: at }
}

export const emptyTable = '| Column | Column |\n| --- | --- |\n| Cell | Cell |'
