import type { ChoiceField, Field, Fields, ValueOf } from '@sinew/core/register/field.ts'
import {
  type GivenOf,
  type RecordOf,
  type Register,
  referenceName,
  registerSorts,
} from '@sinew/core/register/register.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'

const minor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)

/** What is sent for a field. */
function inputOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return field.isRequired ? z.string().trim().min(1).max(field.most) : z.string().trim().max(field.most)
    case 'choice':
      return choiceOf(field)
    case 'flag':
      return z.boolean()
    case 'day':
      return field.isRequired ? instant : instant.nullable()
    case 'number': {
      const { least = -1e12, most = 1e12 } = field
      const plain = z.number().min(least, `At least ${least}.`).max(most, `At most ${most}.`)
      const whole = field.isWhole ? plain.int('A whole number.') : plain
      return field.isRequired ? whole : whole.nullable()
    }
    case 'money':
      return minor.nullable()
    case 'reference':
      return field.isRequired ? z.uuid('Choose one.') : z.uuid().nullable()
    case 'list': {
      const one = field.words
        ? z.enum(Object.keys(field.words) as [string, ...string[]])
        : z.string().trim().min(1).max(field.most)
      return z.array(one).max(500)
    }
  }
}

function choiceOf({ words }: ChoiceField) {
  return z.enum(Object.keys(words) as [string, ...string[]])
}

/** What is read of a field. */
function outputOf(field: Field): z.ZodType {
  if (field.kind === 'day') return field.isRequired ? z.iso.datetime() : z.iso.datetime().nullable()
  if (field.kind === 'text') return z.string()
  if (field.kind === 'list') return z.array(z.string())
  return inputOf(field)
}

const named = z.object({ id: z.uuid(), ref: z.string(), name: z.string() }).nullable()

/** What a body leaves out when an object is made. */
function defaultOf(field: Field): z.ZodType {
  const input = inputOf(field)
  if (field.kind === 'choice' || field.kind === 'flag') return input.default(field.initial)
  if (field.kind === 'text') return field.isRequired ? input : input.default('')
  if (field.kind === 'list') return input.default([])
  return 'isRequired' in field && field.isRequired ? input : input.default(null)
}

function mapped<T>(fields: Fields, of: (field: Field) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, of(field)]))
}

function recordShape({ fields, stamped, computed }: Register): Record<string, z.ZodType> {
  const all = { ...fields, ...stamped, ...computed }
  const references = Object.entries(all).filter(([, { kind }]) => kind === 'reference')
  return {
    id: z.uuid(),
    version: z.number().int(),
    number: z.number().int(),
    ...mapped(all, outputOf),
    ...Object.fromEntries(references.map(([key]) => [referenceName(key), named])),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Why it stays as it is; null while it can change. */
    frozen: z.string().nullable(),
  }
}

type Filtered<F extends Fields> = {
  [K in keyof F as F[K]['kind'] extends 'choice' | 'flag' | 'reference' ? K : never]: z.ZodOptional<
    z.ZodType<NonNullable<ValueOf<F[K]>>, NonNullable<ValueOf<F[K]>>>
  >
}

/** The filters of a list: every choice, flag and reference. */
function filterShape<F extends Fields, S extends Fields, C extends Fields>(register: Register<F, S, C>) {
  const { fields, stamped, computed } = register
  const filters: Record<string, z.ZodType> = {}
  for (const [key, field] of Object.entries({ ...fields, ...stamped, ...computed })) {
    if (field.kind === 'choice') filters[key] = choiceOf(field).optional()
    if (field.kind === 'flag') filters[key] = queryFlag.optional()
    if (field.kind === 'reference') filters[key] = z.uuid().optional()
  }
  // The shape says what the loop above puts in.
  return filters as unknown as Filtered<F> & Filtered<S> & Filtered<C>
}

export const importOutcome = z.object({
  /** How many rows were added, or would be. */
  added: z.number().int(),
  rows: z.number().int(),
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
})
export type ImportOutcome = z.infer<typeof importOutcome>

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `interested_party` → `interestedParty`. */
export function registerNoun(table: string): string {
  return table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The routes of a register: list, file, one, add, change, remove, and a step where it has states. */
export function registerContract<F extends Fields, S extends Fields, C extends Fields>(register: Register<F, S, C>) {
  type R = Register<F, S, C>
  const noun = registerNoun(register.table)
  const many = capital(registerNoun(register.plural.replaceAll('-', '_')))
  const one = capital(noun)
  const what = register.label.toLowerCase()
  const tag = register.title
  const path = `/orgs/{organizationId}/${register.plural}`
  const idName = `${noun}Id`
  const single = { tag, path: `${path}/{${idName}}`, params: { [idName]: z.uuid() } } as const
  const record = z.object(recordShape(register)) as unknown as z.ZodType<RecordOf<R>, RecordOf<R>>
  const sorts = registerSorts(register)
  const query = listQuery(sorts, 'number')
  const filters = filterShape(register)
  const inputs = mapped(register.fields, inputOf)
  type Given = { -readonly [K in keyof GivenOf<R>]: GivenOf<R>[K] }
  return {
    register,
    idName,
    list: defineRoute({
      id: `list${many}`,
      method: 'get',
      path,
      summary: `${register.title}: ${register.words.sentence}`,
      tag,
      access: register.read,
      query: { ...query, ...filters, number: queryNumber.optional() },
      response: listOf(record),
    }),
    export: defineRoute({
      id: `export${many}`,
      method: 'get',
      path: `${path}/export`,
      summary: `${register.title} as a file`,
      tag,
      access: register.read,
      query: { sort: query.sort, q: query.q, ...filters, format: exportFormat },
      download: exportMediaTypes,
    }),
    import: defineRoute({
      id: `import${many}`,
      method: 'post',
      path: `${path}/import`,
      summary: `Add ${register.title.toLowerCase()} from a table`,
      description:
        'CSV with a heading for each column: the label or the name of a field. All rows are added, or, where one of them has a problem, none; each problem says its row and column. `dryRun` looks and adds nothing.',
      tag,
      access: register.write,
      status: 200,
      body: z.strictObject({ csv: z.string().min(1).max(5_000_000), dryRun: z.boolean().default(false) }),
      response: importOutcome,
    }),
    get: defineRoute({
      ...single,
      id: `get${one}`,
      method: 'get',
      summary: `One ${what}`,
      access: register.read,
      response: record,
    }),
    create: defineRoute({
      id: `create${one}`,
      method: 'post',
      path,
      summary: register.words.add,
      tag,
      access: register.write,
      status: 201,
      body: z.strictObject(mapped(register.fields, defaultOf)) as unknown as z.ZodType<Given, Partial<Given>>,
      response: record,
    }),
    update: defineRoute({
      ...single,
      id: `update${one}`,
      method: 'patch',
      summary: register.words.edit,
      access: register.write,
      ifMatch: true,
      body: z.strictObject(inputs).partial() as unknown as z.ZodType<Partial<Given>, Partial<Given>>,
      response: record,
    }),
    remove: defineRoute({
      ...single,
      id: `delete${one}`,
      method: 'delete',
      summary: `Remove ${what}; the ledger keeps it`,
      access: register.remove,
      ifMatch: true,
    }),
    move: defineRoute({
      ...single,
      id: `move${one}`,
      path: `${path}/{${idName}}/state`,
      method: 'post',
      summary: `Take a step: ${register.states?.moves.map(({ label }) => label.toLowerCase()).join(', ') ?? 'none'}`,
      access: register.write,
      ifMatch: true,
      body: z.strictObject({
        to: z.enum([...new Set(register.states?.moves.map(({ to }) => to) ?? ['none'])] as [string, ...string[]]),
        reason: decisionReason.optional(),
      }),
      response: record,
    }),
  }
}

export type RegisterContract<
  F extends Fields = Fields,
  S extends Fields = Fields,
  C extends Fields = Fields,
> = ReturnType<typeof registerContract<F, S, C>>
