import { type Block, type MarkdownNode, toBlocks } from '@sinew/core/document/rich-text.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** CommonMark with tables as the blocks it means: what the server prints and hashes is what the browser shows. */
export function parseMarkdown(text: string): readonly Block[] {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return toBlocks(tree as MarkdownNode)
}
