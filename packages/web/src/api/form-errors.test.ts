import { expect, test } from 'vitest'
import { placeFieldErrors } from './form-errors.ts'

test('errors stand at their field or its nearest parent; the others are handed back', () => {
  let placed: object = {}
  const homeless = placeFieldErrors(
    (errors) => (placed = errors),
    [
      { path: 'title', message: 'Too long.' },
      { path: 'title', message: 'No line breaks.' },
      { path: 'needs.0.cadence', message: 'At least a day.' },
      { path: 'secret', message: 'Unknown field.' },
      { path: '', message: 'Nothing to change.' },
    ],
    ['title', 'needs'],
  )
  expect(placed).toEqual({ title: 'Too long. No line breaks.', needs: 'At least a day.' })
  expect(homeless.map(({ path }) => path)).toEqual(['secret', ''])
})
