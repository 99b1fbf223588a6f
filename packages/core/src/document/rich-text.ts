/** A text as it is set: what Markdown means here, without HTML, and with links and images that can do no harm. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly words: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' }

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly words: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly words: readonly Inline[] }
  | { readonly kind: 'image'; readonly fileId: string; readonly alt: string }
  | { readonly kind: 'break' }

/** A node of a Markdown syntax tree (mdast), as far as it is looked at. */
export type MarkdownNode = {
  readonly type: string
  readonly children?: readonly MarkdownNode[]
  readonly value?: string
  readonly depth?: number
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly url?: string
  readonly alt?: string | null
}

const uuid = /^file:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i

/** The id of an uploaded file that an image names (`file:…`); null for any other address. */
export function imageFileId(url: string): string | null {
  return uuid.exec(url)?.[1]?.toLowerCase() ?? null
}

/** Web pages, mail addresses and places in this product; never a script. */
export function safeHref(url: string): string | null {
  // A tab or line break inside of a scheme is skipped by browsers.
  const plain = [...url.trim()].filter((sign) => sign > ' ').join('')
  if (/^(https?:\/\/|mailto:)/i.test(plain)) return plain
  return /^(#|\/(?!\/))/.test(plain) ? plain : null
}

/** Every image of a text, once, in its order. */
export function imagesIn(blocks: readonly Block[]): readonly string[] {
  const found = new Set<string>()
  const inWords = (words: readonly Inline[]): void => {
    for (const one of words) {
      if (one.kind === 'image') found.add(one.fileId)
      else if ('words' in one) inWords(one.words)
    }
  }
  const inBlocks = (all: readonly Block[]): void => {
    for (const block of all) {
      if ('words' in block) inWords(block.words)
      else if (block.kind === 'list') for (const item of block.items) inBlocks(item)
      else if (block.kind === 'quote') inBlocks(block.blocks)
      else if (block.kind === 'table') for (const row of block.rows) for (const cell of row) inWords(cell)
    }
  }
  inBlocks(blocks)
  return [...found]
}

/** Blocks of a parsed text. HTML is shown as the text it is written as. */
export function toBlocks(root: MarkdownNode): readonly Block[] {
  return (root.children ?? []).flatMap(blockOf)
}

function blockOf(node: MarkdownNode): readonly Block[] {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: Math.min(Math.max(node.depth ?? 1, 1), 6), words: wordsOf(children) }]
    case 'paragraph':
      return [{ kind: 'paragraph', words: wordsOf(children) }]
    case 'list': {
      const start = node.ordered === true ? (node.start ?? 1) : null
      return [{ kind: 'list', start, items: children.map((item) => toBlocks(item)) }]
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: toBlocks(node) }]
    case 'code':
      return [{ kind: 'code', text: node.value ?? '' }]
    case 'table':
      return [
        {
          kind: 'table',
          rows: children.map((row) => (row.children ?? []).map((cell) => wordsOf(cell.children ?? []))),
        },
      ]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'html':
      return [{ kind: 'paragraph', words: [{ kind: 'text', text: node.value ?? '' }] }]
    default:
      return []
  }
}

function wordsOf(nodes: readonly MarkdownNode[]): readonly Inline[] {
  return nodes.flatMap(inlineOf)
}

function inlineOf(node: MarkdownNode): readonly Inline[] {
  const children = node.children ?? []
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ kind: 'text', text: node.value ?? '' }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value ?? '' }]
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, words: wordsOf(children) }]
    case 'link': {
      const href = safeHref(node.url ?? '')
      return href === null ? wordsOf(children) : [{ kind: 'link', href, words: wordsOf(children) }]
    }
    case 'image': {
      const fileId = imageFileId(node.url ?? '')
      const alt = node.alt ?? ''
      // A picture from elsewhere would tell its server who reads; what it shows is said instead.
      return fileId === null ? [{ kind: 'text', text: alt }] : [{ kind: 'image', fileId, alt }]
    }
    case 'break':
      return [{ kind: 'break' }]
    default:
      return wordsOf(children)
  }
}
