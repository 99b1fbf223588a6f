/** As much of JSON Schema as zod's declarations turn into. */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly example?: unknown
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

export type Schemas = Readonly<Record<string, JsonSchema>>

/** Deeper than this only what has to be there is shown, so that a schema that holds itself comes to an end. */
const deepest = 5

/**
 * One value that fits a schema, the same every time. `name` is the field it stands in: where a type alone says too little,
 * a currency or an address has its usual look.
 */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = '', depth = 0): unknown {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.split('/').at(-1) ?? '']
    return target === undefined ? null : exampleOf(target, schemas, name, depth + 1)
  }
  const given = schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.enum?.find((one) => one !== null)
  if (given !== undefined) return given
  const parts = schema.anyOf ?? schema.oneOf
  if (parts !== undefined) return exampleOf(parts.find((part) => part.type !== 'null') ?? {}, schemas, name, depth)
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, schemas, name, depth)))
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((one) => one !== 'null')
  if (type === 'object') return objectOf(schema, schemas, depth)
  if (type === 'array') return arrayOf(schema, schemas, name, depth)
  if (type === 'string') return textOf(schema, name)
  if (type === 'integer' || type === 'number') return numberOf(schema, name)
  if (type === 'boolean') return schema.default ?? false
  return schema.default ?? null
}

function objectOf(schema: JsonSchema, schemas: Schemas, depth: number): object {
  const required = new Set(schema.required)
  const shown = Object.entries(schema.properties ?? {}).filter(([name]) => depth < deepest || required.has(name))
  const fields = Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field, schemas, name, depth + 1)]))
  if (shown.length > 0 || typeof schema.additionalProperties !== 'object') return fields
  const keys = schema.propertyNames?.enum ?? ['name']
  return Object.fromEntries(keys.map((key) => [key, exampleOf(schema.additionalProperties as JsonSchema, schemas)]))
}

function arrayOf(schema: JsonSchema, schemas: Schemas, name: string, depth: number): readonly unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => exampleOf(item, schemas, '', depth + 1))
  const count =
    depth > deepest ? (schema.minItems ?? 0) : Math.min(Math.max(schema.minItems ?? 1, 1), schema.maxItems ?? 1)
  // What repeats is named by one: needIds holds a needId.
  return Array.from({ length: count }, () => exampleOf(schema.items ?? {}, schemas, name.replace(/s$/, ''), depth + 1))
}

const formats: Readonly<Record<string, string>> = {
  uuid: '0197a3c2-8d1e-7b4a-9f60-3c5d7e9a1b2c',
  'date-time': '2026-03-31T08:00:00.000Z',
  date: '2026-03-31',
  email: 'jana@example.org',
  uri: 'https://wiki.example.org/isms/restore-test',
}

const usual: readonly (readonly [RegExp, string])[] = [
  [/currency$/i, 'EUR'],
  [/timeZone$/, 'Europe/Amsterdam'],
  [/password$/i, 'correct horse battery'],
  [/sha256$/i, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  [/(controlRef|^ref)$/, 'A.8.13'],
  [/slug$/i, 'brightwater-software'],
  [/title$/i, 'Restore test of the production database'],
  [/reason|note|justification|rationale/i, 'Agreed in the risk workshop of March.'],
  [/name$/i, 'Jana Doe'],
  [/url$/i, 'https://wiki.example.org/isms/restore-test'],
]

function textOf({ format, pattern, minLength = 0, maxLength, default: standard }: JsonSchema, name: string): string {
  if (format !== undefined && formats[format] !== undefined) return formats[format]
  const known = usual.find(([look]) => look.test(name))?.[1]
  if (known !== undefined && known.length >= minLength && known.length <= (maxLength ?? known.length)) return known
  if (typeof standard === 'string' && standard !== '') return standard
  if (pattern?.includes('[A-Z]{3}')) return 'EUR'
  return 'text'.padEnd(minLength, ' text').slice(0, maxLength)
}

function numberOf(schema: JsonSchema, name: string): number {
  if (typeof schema.default === 'number') return schema.default
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 0.1)
  const high = schema.maximum ?? (schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - 0.1)
  const wish = /Minor$/.test(name) ? 4_100_000 : name === 'low' ? 0.2 : name === 'high' ? 0.6 : 3
  const fitting = Math.min(Math.max(wish, low ?? wish), high ?? wish)
  const isWhole = schema.type === 'integer' || (Array.isArray(schema.type) && schema.type.includes('integer'))
  return isWhole ? Math.ceil(fitting) : fitting
}
