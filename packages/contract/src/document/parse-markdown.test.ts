import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'

const text = (of: string) => ({ kind: 'text', text: of })

describe('a Markdown text', () => {
  it('is read as the blocks it means, tables too', () => {
    expect(parseMarkdown('# Scope\n\nAll *of* it.\n\n- one\n- two\n').map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list',
    ])
    const [table] = parseMarkdown('| Who | What |\n| --- | --- |\n| Ann | [x](javascript:alert(1)) |\n')
    expect(table).toMatchObject({ kind: 'table' })
    expect(JSON.stringify(table)).not.toContain('javascript')
  })

  it('keeps HTML as the text it is', () => {
    expect(parseMarkdown('<script>x</script>')).toEqual([{ kind: 'paragraph', words: [text('<script>x</script>')] }])
  })

  it('is nothing where nothing is written', () => expect(parseMarkdown(' \n')).toEqual([]))
})
