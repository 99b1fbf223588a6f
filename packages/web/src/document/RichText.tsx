import { parseMarkdown } from '@sinew/contract/document/parse-markdown.ts'
import { downloadFile } from '@sinew/contract/file/file-contract.ts'
import { markText } from '@sinew/core/document/mark-text.ts'
import type { Block, Inline } from '@sinew/core/document/rich-text.ts'
import { createElement, Fragment, useMemo } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import classes from './rich-text.module.css'

/** A sentence that is marked where it stands in the text, and what is shown behind it. */
export type TextMark = { readonly sentence: string; readonly after: React.ReactNode }

type Props = { readonly text: string; readonly marks?: readonly TextMark[] }

/** A Markdown text as it reads. It is built of elements, never of HTML, so nothing in it can run. */
export function RichText({ text, marks = [] }: Props) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  const api = useOrganizationApi()
  const imageUrl = (fileId: string) => api.url(downloadFile, { params: { fileId }, query: { inline: 'true' } })
  return <div className={classes.text}>{blocksOf(blocks, { imageUrl, marks })}</div>
}

type Setting = { readonly imageUrl: (fileId: string) => string; readonly marks: readonly TextMark[] }

/** A document has a title of its own above: its own headings begin one level below. */
const levelBelow = (level: number) => Math.min(level + 1, 6)

function blocksOf(blocks: readonly Block[], setting: Setting): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place.
  return blocks.map((block, at) => <Fragment key={at}>{blockOf(block, setting)}</Fragment>)
}

function blockOf(block: Block, setting: Setting): React.ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement(`h${levelBelow(block.level)}`, null, wordsOf(block.words, setting))
    case 'paragraph':
      return <p>{wordsOf(block.words, setting)}</p>
    case 'list':
      return createElement(
        block.start === null ? 'ul' : 'ol',
        block.start === null ? null : { start: block.start },
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name than their place.
        block.items.map((item, at) => <li key={at}>{blocksOf(item, setting)}</li>),
      )
    case 'quote':
      return <blockquote>{blocksOf(block.blocks, setting)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <Table rows={block.rows} setting={setting} />
    case 'rule':
      return <hr />
  }
}

function Table({
  rows,
  setting,
}: {
  readonly rows: Extract<Block, { kind: 'table' }>['rows']
  readonly setting: Setting
}) {
  const [head = [], ...body] = rows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
    <div className={classes.scroll} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their place.
              <th key={at} scope="col">
                {wordsOf(cell, setting)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their place.
                <td key={column}>{wordsOf(cell, setting)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function wordsOf(words: readonly Inline[], setting: Setting): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name than their place.
  return words.map((one, at) => <Fragment key={at}>{wordOf(one, setting)}</Fragment>)
}

function wordOf(one: Inline, setting: Setting): React.ReactNode {
  switch (one.kind) {
    case 'text':
      return <Marked text={one.text} marks={setting.marks} />
    case 'code':
      return <code>{one.text}</code>
    case 'strong':
      return <strong>{wordsOf(one.words, setting)}</strong>
    case 'emphasis':
      return <em>{wordsOf(one.words, setting)}</em>
    case 'link':
      return (
        <a href={one.href} rel="noreferrer noopener" target={/^https?:/i.test(one.href) ? '_blank' : undefined}>
          {wordsOf(one.words, setting)}
        </a>
      )
    case 'image':
      return <img src={setting.imageUrl(one.fileId)} alt={one.alt} loading="lazy" />
    case 'break':
      return <br />
  }
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly TextMark[] }) {
  if (marks.length === 0) return text
  const pieces = markText(
    text,
    marks.map(({ sentence }) => sentence),
  )
  return pieces.map((piece, at) =>
    piece.mark === null ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place.
      <mark key={at} className={classes.mark}>
        {piece.text} {marks[piece.mark]?.after}
      </mark>
    ),
  )
}
