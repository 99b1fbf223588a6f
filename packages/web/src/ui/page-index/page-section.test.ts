import { describe, expect, it } from 'vitest'
import { anchorOf, sectionInReach } from './page-section.ts'

const places = [
  { id: 'facts', top: -300, bottom: 200 },
  { id: 'links', top: -300, bottom: 90 },
  { id: 'history', top: 220, bottom: 700 },
]

describe('the part of a page one reads', () => {
  it.each([
    ['is none above the first', 80, null, false, places.map((place) => ({ ...place, top: 400 })), undefined],
    ['is the first of two beside each other', 80, null, false, places, 'facts'],
    ['is the chosen one of two beside each other', 80, 'links', false, places, 'links'],
    ['is no longer the chosen one when that is past', 100, 'links', false, places, 'facts'],
    ['is the last one passed, between two', 210, null, false, places, 'links'],
    ['is the last one at the end of the page', 80, null, true, places, 'history'],
    ['is the chosen one at the end of the page, as far as that is on screen', 80, 'facts', true, places, 'facts'],
  ] as const)('%s', (_, line, chosen, isAtEnd, given, id) => {
    expect(sectionInReach(given, line, chosen, isAtEnd)).toBe(id)
  })
})

describe('the anchor of a part', () => {
  it.each([
    ['What moved, and why', [], 'what-moved-and-why'],
    ['Überblick (2)', [], 'überblick-2'],
    ['Linked', ['linked', 'linked-2'], 'linked-3'],
    ['…', [], '-2'],
  ] as const)('of %s beside %j is %s', (title, taken: readonly string[], anchor) => {
    expect(anchorOf(title, (id) => taken.includes(id))).toBe(anchor)
  })
})
