import { describe, expect, it } from 'vitest'
import { markText } from './mark-text.ts'

const told = (text: string, ...sentences: string[]) =>
  markText(text, sentences)
    .map((piece) => (piece.mark === null ? piece.text : `<${piece.mark}:${piece.text}>`))
    .join('')

describe('a text with marked sentences', () => {
  it.each([
    ['Less is more, and access is reviewed.', ['Access is reviewed.'], 'Less is more, and <0:access is reviewed>.'],
    ['One. Two is here. One.', ['two is here'], 'One. <0:Two is here>. One.'],
    ['Backups run daily.', ['Backups run', 'Backups run daily.'], '<1:Backups run daily>.'],
    ['Nothing of it.', ['Something else.'], 'Nothing of it.'],
    ['İstanbul is far.', ['is far'], 'İstanbul is far.'],
    ['', ['is far'], ''],
  ])('%j marks %j', (text, sentences, expected) => {
    expect(told(text, ...sentences)).toBe(expected)
  })
})
