import fc from 'fast-check'
import { type Place, replaceAt } from './sample-input.ts'

/** Fields a form has not, and a careless server would take: what they hold is found again wherever it is stored. */
export const plantedKeys = [
  'organization_id',
  'organizationId',
  'id',
  'role',
  'created_by',
  'createdBy',
  'approved_at',
  'approvedAt',
  'is_example',
  'isExample',
  '__proto__',
  'constructor',
] as const
export const plantedId = 'feedface-0000-7000-8000-00000000beef'
export const plantedText = 'planted by nobody'

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202eback to front',
  "'; drop table risk; --",
  '\\',
  '%_%\\',
  '%E0%A4%A',
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '../../../../etc/passwd',
  'null',
  'NaN',
  'Infinity',
  '1e999',
  '-1',
  '0',
  '2147483648',
  '9223372036854775808',
  '99999999999999999999',
  '2023-02-29',
  '2024-02-29',
  '2024-02-29T12:00:00Z',
  '2023-02-29T12:00:00Z',
  '2024-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1582-10-10T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999-14:00',
  '1900-01-01T00:00:00+14:00',
  '2199-12-31T23:59:59.999-14:00',
  '+275760-09-13T00:00:00.000Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  plantedId.replace('beef', 'dead'),
  'R-99999999999',
  'https://example.org/\0',
  'javascript:alert(1)',
] as const

const numbers = [-1, 0, -0, 0.1, 1.5, 1e15, 1e21, 1e308, 5e-324, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 63), 2 ** 63]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(30_000)) },
)

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { __proto__: null }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map((depth) => nested(depth)) },
  { weight: 1, arbitrary: fc.jsonValue({ noUnicodeString: false }) },
)

/** Bodies that are no JSON, or more of it than anybody needs. */
export const rawBody: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{',
    '[]',
    'null',
    '""',
    '0',
    '{"a":1,"a":2}',
    '\u0000',
    '\ufeff{}',
    '{"__proto__":{"polluted":true}}',
  ),
  fc.constantFrom(
    '['.repeat(100_000),
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    `{"title":"\\ud800"}`,
    '{"title":"\\u0000"}',
  ),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
)

/** The value with up to three of its parts replaced or left out. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value)
  const change = fc.tuple(fc.nat(Math.max(0, places.length - 1)), fc.oneof(hostileValue, fc.constant(undefined)))
  return fc
    .array(change, { maxLength: 3 })
    .map((changes) => changes.reduce((all, [at, put]) => replaceIn(all, places[at] ?? [], put), value))
}

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return [
    place,
    ...Object.entries(value).flatMap(([key, one]) =>
      placesIn(one, [...place, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** Leaves the value alone where an earlier change took the place away. */
function replaceIn(value: unknown, place: Place, put: unknown): unknown {
  let at = value
  for (const part of place) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return value
    at = (at as Record<string | number, unknown>)[part]
  }
  return replaceAt(value, place, put)
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}
