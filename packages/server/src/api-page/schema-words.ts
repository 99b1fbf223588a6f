import type { JsonSchema } from '../http/example-of.ts'

const formats: Readonly<Record<string, string>> = {
  uuid: 'id',
  'date-time': 'instant',
  date: 'date',
  email: 'e-mail address',
  uri: 'address',
  binary: 'bytes',
}

/** What a value is, in a few words: `text, up to 200 letters`, `list of ids`, `low, medium or high`. */
export function wordsOf(schema: JsonSchema): string {
  const { mayBeNull, rest } = withoutNull(schema)
  const words = rest.length > 1 ? rest.map(wordsOf).join(', or ') : wordsOfOne(rest[0] ?? schema)
  return mayBeNull ? `${words}, or null` : words
}

/** The kinds a schema allows beside null. A schema of one kind is that kind itself. */
export function withoutNull(schema: JsonSchema): { readonly mayBeNull: boolean; readonly rest: readonly JsonSchema[] } {
  const kinds = schema.anyOf ?? schema.oneOf ?? [schema]
  const isNull = (one: JsonSchema) => one.type === 'null'
  const nullable = (one: JsonSchema) => Array.isArray(one.type) && one.type.includes('null')
  const rest = kinds.filter((kind) => !isNull(kind))
  return { mayBeNull: kinds.some(isNull) || rest.some(nullable), rest }
}

/** The shape whose fields are worth listing: of an object, of what a list holds, or a name to look it up by. */
export function shapeOf(schema: JsonSchema): JsonSchema | null {
  const { rest } = withoutNull(schema)
  if (rest.length !== 1) return null
  const [only] = rest
  if (only?.items) return shapeOf(only.items)
  if (typeof only?.additionalProperties === 'object' && !only.properties) return shapeOf(only.additionalProperties)
  return only?.properties || only?.$ref ? only : null
}

function wordsOfOne(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return anyOfThese(schema.enum.filter((one) => one !== null).map(String))
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((one) => one !== 'null')
  if (type === 'array') return `list of: ${wordsOf(schema.items ?? {})}${countOf(schema)}`
  if (type === 'object') return typeof schema.additionalProperties === 'object' ? 'object by key' : 'object'
  if (type === 'string') return `${formats[schema.format ?? ''] ?? 'text'}${lengthOf(schema)}`
  if (type === 'integer') return `whole number${rangeOf(schema)}`
  if (type === 'number') return `number${rangeOf(schema)}`
  return type === 'boolean' ? 'true or false' : 'anything'
}

export function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref
}

function anyOfThese(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function countOf({ minItems, maxItems }: JsonSchema): string {
  if (minItems && maxItems) return `; ${minItems} to ${maxItems} of them`
  if (maxItems) return `; up to ${maxItems} of them`
  return minItems ? `; at least ${minItems}` : ''
}

function lengthOf({ minLength = 0, maxLength, format }: JsonSchema): string {
  if (format !== undefined && format !== 'email') return ''
  if (minLength > 1 && maxLength) return `, ${minLength} to ${maxLength} characters`
  if (maxLength) return `, up to ${maxLength} characters`
  return minLength > 1 ? `, at least ${minLength} characters` : ''
}

function rangeOf({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `from ${minimum}` : ''
  const above = exclusiveMinimum === undefined ? low : `above ${exclusiveMinimum}`
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum.toLocaleString('en')}` : ''
  const words = [above, high].filter(Boolean).join(' ')
  return words === '' ? '' : `, ${words}`
}
