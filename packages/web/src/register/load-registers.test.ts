import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { expect, test } from 'vitest'
import { loadRegister, partsOf, tableAt } from './load-registers.ts'

test.each(registerHeads.map(({ table, plural }) => [table, plural]))(
  'the register %s is loaded by its table',
  async (table, plural) => {
    expect((await loadRegister(table))?.register.table).toBe(table)
    expect(tableAt(plural)).toBe(table)
  },
)

test('what is no register is none', async () => {
  expect(await loadRegister('risk')).toBeNull()
  expect(tableAt('risks')).toBeUndefined()
})

test('its parts come with it', async () => {
  await loadRegister('interested_party')
  expect(partsOf('interested_party').map(({ register }) => register.table)).toEqual(['party_requirement'])
})
