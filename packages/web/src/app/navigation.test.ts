import { expect, test } from 'vitest'
import { navigation } from './navigation.ts'

test('every entry of the menu has a key of its own', () => {
  const keys = navigation.flatMap(({ items }) => items.map(({ key }) => key))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
