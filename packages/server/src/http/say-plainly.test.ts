import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sayPlainly } from './say-plainly.ts'

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: sayPlainly }).error?.issues.map(({ message }) => message)

describe('a field that is not right', () => {
  test.each([
    ['nothing where something is needed', z.string(), undefined, 'This is needed.'],
    ['an emptied field', z.iso.datetime(), null, 'This is needed.'],
    ['an empty text', z.string().min(1), '', 'This is needed.'],
    ['a short text', z.string().min(10), 'short', 'This needs at least 10 characters.'],
    ['a long text', z.string().max(3), 'long', 'This may have at most 3 characters.'],
    ['a number as text', z.number(), '3', 'This must be a number.'],
    ['a broken number', z.int(), 1.5, 'This must be a whole number.'],
    ['a number that is too small', z.number().positive(), 0, 'This must be more than 0.'],
    ['a number that is too large', z.number().max(1), 2, 'This must be at most 1.'],
    [
      'a word that is none of those known',
      z.enum(['pass', 'fail', 'partial']),
      'no',
      'This must be “pass”, “fail” or “partial”.',
    ],
    ['no entry', z.array(z.string()).min(1), [], 'At least 1 entry is needed.'],
    ['too many entries', z.array(z.string()).max(1), ['a', 'b'], 'At most 1 entry may be given.'],
    ['no address', z.email(), 'nobody', 'This is not an e-mail address.'],
    ['no id', z.uuid(), '12', 'This is not an id.'],
    ['no date', z.iso.date(), '31/01/2026', 'This is not a date like 2026-01-31.'],
    ['no moment', z.iso.datetime(), 'noon', 'This is not a moment like 2026-01-31T09:00:00Z.'],
    ['a misspelt field', z.strictObject({}), { titel: 'x' }, 'There is no field “titel” here. Check the spelling.'],
  ])('%s', (_, schema, value, sentence) => {
    expect(said(schema, value)).toEqual([sentence])
  })

  test('keeps the sentence written for it', () => {
    expect(said(z.string().min(10, 'A password has at least 10 characters.'), 'short')).toEqual([
      'A password has at least 10 characters.',
    ])
  })
})
