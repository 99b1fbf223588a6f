import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuseCommentChange } from './comment-rules.ts'
import { textPieces } from './text-pieces.ts'

describe('a comment', () => {
  it('is changed by its author alone', () => {
    expect(refuseCommentChange('u1', 'u1')).toEqual([])
    expect(refuseCommentChange('u1', 'u2')).toMatchObject([{ code: 'not_yours' }])
  })

  it.each([
    ['see https://example.org/a?b=c#d now', ['https://example.org/a?b=c#d']],
    ['(https://example.org).', ['https://example.org']],
    ['http://a.example, https://b.example!', ['http://a.example', 'https://b.example']],
    ['javascript:alert(1) data:text/html,x ftp://a.example', []],
    ['https://bank.example@evil.example/', []],
    ['https://user:secret@a.example', []],
    ['<a href="https://a.example">x</a>', ['https://a.example']],
    ['https://', []],
    ['HTTPS://a.example', []],
  ])('%j has these links', (text, links) => {
    expect(textPieces(text).flatMap((piece) => (piece.kind === 'link' ? [piece.text] : []))).toEqual(links)
  })

  it('loses no character, and links to nothing but the web', () => {
    const parts = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(' ', '\n', '.', 'javascript:', 'https://x@y'))
    fc.assert(
      fc.property(fc.array(parts), (texts) => {
        const text = texts.join('')
        const pieces = textPieces(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const piece of pieces) if (piece.kind === 'link') expect(piece.url).toMatch(/^https?:\/\/[^@/]*(\/|$)/)
      }),
    )
  })
})
