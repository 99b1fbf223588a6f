const inlineMarks: Readonly<Record<string, string>> = { STRONG: '**', B: '**', EM: '*', I: '*', CODE: '`' }
const dropped = ['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'NOSCRIPT', 'SVG']

/** What was copied from a page or a word processor as reasonable Markdown: headings, lists, tables, links, emphasis. */
export function htmlToMarkdown(html: string): string {
  // Parsed apart from the page: nothing in it is loaded or run.
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return blocksOf(body, 0)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function blocksOf(parent: Node, depth: number): string {
  let out = ''
  let line = ''
  const flush = () => {
    if (line.trim() !== '') out += `${line.trim()}\n\n`
    line = ''
  }
  for (const node of parent.childNodes) {
    const block = node instanceof Element ? blockOf(node, depth) : null
    if (block === null) line += inlineOf(node)
    else {
      flush()
      out += block
    }
  }
  flush()
  return out
}

/** Null where the element stands within a line. */
function blockOf(element: Element, depth: number): string | null {
  const { tagName } = element
  if (dropped.includes(tagName)) return ''
  const heading = /^H([1-6])$/.exec(tagName)
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${wordsOf(element).trim()}\n\n`
  if (tagName === 'UL' || tagName === 'OL') return listOf(element, depth)
  if (tagName === 'TABLE') return tableOf(element)
  if (tagName === 'PRE') return `\`\`\`\n${element.textContent ?? ''}\n\`\`\`\n\n`
  if (tagName === 'BLOCKQUOTE') return `${blocksOf(element, depth).trim().replace(/^/gm, '> ')}\n\n`
  if (tagName === 'HR') return '---\n\n'
  if (['P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'BODY'].includes(tagName))
    return blocksOf(element, depth)
  return null
}

function listOf(list: Element, depth: number): string {
  const items = [...list.children].filter(({ tagName }) => tagName === 'LI')
  const lines = items.map((item, at) => {
    const mark = list.tagName === 'OL' ? `${at + 1}. ` : '- '
    const text = blocksOf(item, depth + 1)
      .trim()
      .replace(/\n{2,}/g, '\n')
    return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
  })
  return `${lines.join('\n')}\n\n`
}

function tableOf(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => wordsOf(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()),
  )
  const [head, ...body] = rows
  if (head === undefined || head.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n\n`
}

function wordsOf(parent: Node): string {
  return [...parent.childNodes].map(inlineOf).join('')
}

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (!(node instanceof Element) || dropped.includes(node.tagName)) return ''
  if (node.tagName === 'BR') return '  \n'
  const words = wordsOf(node)
  const mark = inlineMarks[node.tagName]
  const inner = words.trim()
  if (inner === '') return words
  if (mark !== undefined) return words.replace(inner, () => mark + inner + mark)
  const href = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : ''
  return /^(https?:|mailto:)/i.test(href) ? `[${inner}](${href})` : words
}
