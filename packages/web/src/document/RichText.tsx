import { downloadFile } from '@sinew/contract/file/file-contract.ts'
import type { Block, Inline } from '@sinew/core/document/rich-text.ts'
import { createElement, Fragment, useMemo } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { parseMarkdown } from './parse-markdown.ts'
import classes from './rich-text.module.css'

/** A Markdown text as it reads. It is built of elements, never of HTML, so nothing in it can run. */
export function RichText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  const api = useOrganizationApi()
  const imageUrl = (fileId: string) => api.url(downloadFile, { params: { fileId }, query: { inline: 'true' } })
  return <div className={classes.text}>{blocksOf(blocks, imageUrl)}</div>
}

type ImageUrl = (fileId: string) => string

/** A document has a title of its own above: its own headings begin one level below. */
const levelBelow = (level: number) => Math.min(level + 1, 6)

function blocksOf(blocks: readonly Block[], url: ImageUrl): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place.
  return blocks.map((block, at) => <Fragment key={at}>{blockOf(block, url)}</Fragment>)
}

function blockOf(block: Block, url: ImageUrl): React.ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement(`h${levelBelow(block.level)}`, null, wordsOf(block.words, url))
    case 'paragraph':
      return <p>{wordsOf(block.words, url)}</p>
    case 'list':
      return createElement(
        block.start === null ? 'ul' : 'ol',
        block.start === null ? null : { start: block.start },
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name than their place.
        block.items.map((item, at) => <li key={at}>{blocksOf(item, url)}</li>),
      )
    case 'quote':
      return <blockquote>{blocksOf(block.blocks, url)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <Table rows={block.rows} url={url} />
    case 'rule':
      return <hr />
  }
}

function Table({ rows, url }: { readonly rows: Extract<Block, { kind: 'table' }>['rows']; readonly url: ImageUrl }) {
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
                {wordsOf(cell, url)}
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
                <td key={column}>{wordsOf(cell, url)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function wordsOf(words: readonly Inline[], url: ImageUrl): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name than their place.
  return words.map((one, at) => <Fragment key={at}>{wordOf(one, url)}</Fragment>)
}

function wordOf(one: Inline, url: ImageUrl): React.ReactNode {
  switch (one.kind) {
    case 'text':
      return one.text
    case 'code':
      return <code>{one.text}</code>
    case 'strong':
      return <strong>{wordsOf(one.words, url)}</strong>
    case 'emphasis':
      return <em>{wordsOf(one.words, url)}</em>
    case 'link':
      return (
        <a href={one.href} rel="noreferrer noopener" target={/^https?:/i.test(one.href) ? '_blank' : undefined}>
          {wordsOf(one.words, url)}
        </a>
      )
    case 'image':
      return <img src={url(one.fileId)} alt={one.alt} loading="lazy" />
    case 'break':
      return <br />
  }
}
