import { z } from 'zod'

/** A value somewhere inside an input, by the names that lead to it. */
export type Place = readonly (string | number)[]

export type Sample = {
  readonly value: unknown
  readonly ids: readonly { readonly place: Place; readonly name: string }[]
}

type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/**
 * A full and valid input for a schema, every optional field included, and where in it ids stand. `idOf` names the object an
 * id field refers to, by the field's name.
 */
export function sampleOf(schema: z.ZodType, idOf: (field: string) => string): Sample {
  const ids: { place: Place; name: string }[] = []
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return { value: build(json, []), ids }

  function build(node: Schema, place: Place): unknown {
    if (node.const !== undefined) return node.const
    if (node.enum) return node.enum.find((one) => one !== null)
    const choice = node.anyOf ?? node.oneOf
    if (choice) return build(choice.find((one) => one.type !== 'null') ?? {}, place)
    if (node.allOf?.[0]) return build(node.allOf[0], place)
    const type = Array.isArray(node.type) ? node.type.find((one) => one !== 'null') : node.type
    switch (type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(node.properties ?? {}).map(([name, property]) => [name, build(property, [...place, name])]),
        )
      case 'array':
        return node.items ? [build(node.items, [...place, 0])] : []
      case 'string':
        return text(node, place)
      case 'integer':
      case 'number':
        return Math.max(node.minimum ?? 1, (node.exclusiveMinimum ?? 0) + (type === 'integer' ? 1 : 0.5))
      case 'boolean':
        return true
      default:
        return undefined
    }
  }

  function text(node: Schema, place: Place): string {
    if (node.format === 'uuid') {
      const name = String(place.findLast((part) => typeof part === 'string'))
      ids.push({ place, name })
      return idOf(name)
    }
    if (node.format === 'date-time') return new Date().toISOString()
    if (node.format === 'date') return new Date().toISOString().slice(0, 10)
    if (node.format === 'email') return 'somebody@example.org'
    if (node.format === 'uri') return 'https://example.org/'
    if (node.pattern === '^[A-Z]{3}$') return 'EUR'
    return 'A sample text'.padEnd(node.minLength ?? 0, '.')
  }
}

export function replaceAt(value: unknown, place: Place, replacement: unknown): unknown {
  const [first, ...rest] = place
  if (first === undefined) return replacement
  if (Array.isArray(value))
    return value.map((one, index) => (index === first ? replaceAt(one, rest, replacement) : one))
  return { ...(value as object), [first]: replaceAt((value as Record<string, unknown>)[first], rest, replacement) }
}
