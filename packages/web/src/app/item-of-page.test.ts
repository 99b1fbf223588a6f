import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { describe, expect, it } from 'vitest'
import { itemOfPage } from './item-of-page.ts'
import { navigation } from './navigation.ts'

const items = navigation.flatMap((group) => group.items)
const titleOf = (page: string) => itemOfPage(`/o/acme${page}`, items)?.title

describe('the entry of the menu that a page belongs to', () => {
  it.each([
    ['', 'Pulse'],
    ['/movements', 'Pulse'],
    ['/risks/12', 'Risks'],
    ['/work', 'My work'],
    ['/duties', 'My work'],
    ['/collectors/3', 'Evidence'],
    ['/interested-parties/4', 'Context'],
    ['/raci', 'Leadership'],
    ['/document-coverage', 'Documents'],
    ['/audit-findings/7', 'Audits and certification'],
    ['/external-findings/1', 'Audits and certification'],
    ['/settings/mail', 'Settings'],
  ])('of %s is %s', (page, title) => expect(titleOf(page)).toBe(title))

  it('is known of every register', () => {
    expect(registerHeads.filter(({ plural }) => titleOf(`/${plural}`) === undefined).map(({ table }) => table)).toEqual(
      [],
    )
  })
})
