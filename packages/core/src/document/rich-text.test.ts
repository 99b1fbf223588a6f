import { describe, expect, it } from 'vitest'
import { imagesIn, type MarkdownNode, safeHref, toBlocks } from './rich-text.ts'

const file = '0191f0a0-0000-7000-8000-000000000001'
const root = (...children: MarkdownNode[]): MarkdownNode => ({ type: 'root', children })
const text = (value: string): MarkdownNode => ({ type: 'text', value })

describe('the meaning of a Markdown text', () => {
  it.each([
    ['https://a.example/x?y', 'https://a.example/x?y'],
    ['mailto:ann@a.example', 'mailto:ann@a.example'],
    ['#scope', '#scope'],
    ['/o/acme/risks/1', '/o/acme/risks/1'],
    ['//evil.example', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['relative', null],
  ])('lets a link to %j go to %j', (url, href) => {
    expect(safeHref(url)).toBe(href)
  })

  it('keeps HTML as text and drops links that do harm, with their words', () => {
    const link: MarkdownNode = { type: 'link', url: 'javascript:x', children: [text('press')] }
    const html: MarkdownNode = { type: 'html', value: '<script>x</script>' }
    expect(toBlocks(root(html, { type: 'paragraph', children: [link] }))).toEqual([
      { kind: 'paragraph', words: [{ kind: 'text', text: '<script>x</script>' }] },
      { kind: 'paragraph', words: [{ kind: 'text', text: 'press' }] },
    ])
  })

  it('shows images of the file store alone, and finds them wherever they are', () => {
    const image = (url: string): MarkdownNode => ({ type: 'image', url, alt: 'Plan' })
    const blocks = toBlocks(
      root(
        {
          type: 'list',
          children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [image(`file:${file}`)] }] }],
        },
        { type: 'paragraph', children: [image('https://tracker.example/x.png')] },
      ),
    )
    expect(imagesIn(blocks)).toEqual([file])
    expect(blocks[1]).toEqual({ kind: 'paragraph', words: [{ kind: 'text', text: 'Plan' }] })
  })
})
