import type { z } from 'zod'

type Complaint = Parameters<z.core.$ZodErrorMap>[0]

/**
 * What is wrong with a field and what would be right, in words of people who never saw a schema. For `safeParse(value,
 * { error: sayPlainly })`; undefined leaves the sentence to the library. A sentence written in the schema comes first.
 */
export function sayPlainly(complaint: Complaint): string | undefined {
  switch (complaint.code) {
    case 'invalid_type':
      return complaint.input === undefined || complaint.input === null ? 'This is needed.' : kinds[complaint.expected]
    case 'invalid_value':
      return `This must be ${listed(complaint.values)}.`
    case 'too_small':
      return tooSmall(complaint)
    case 'too_big':
      return tooBig(complaint)
    case 'invalid_format':
      return formats[complaint.format]
    case 'unrecognized_keys':
      return `There is no field ${complaint.keys.map((key) => `“${key}”`).join(', ')} here. Check the spelling.`
    default:
      return undefined
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'This must be text.',
  number: 'This must be a number.',
  int: 'This must be a whole number.',
  boolean: 'This must be true or false.',
  array: 'This must be a list.',
  object: 'This must be an object with named fields.',
  record: 'This must be an object with named fields.',
}

const formats: Readonly<Record<string, string>> = {
  email: 'This is not an e-mail address.',
  url: 'This is not a web address.',
  uuid: 'This is not an id.',
  date: 'This is not a date like 2026-01-31.',
  datetime: 'This is not a moment like 2026-01-31T09:00:00Z.',
}

type Bound = Extract<Complaint, { code: 'too_small' | 'too_big' }>

function tooSmall({ origin, minimum, inclusive = true }: Extract<Bound, { code: 'too_small' }>): string | undefined {
  const least = Number(minimum)
  if (origin === 'string') return least === 1 ? 'This is needed.' : `This needs at least ${least} characters.`
  if (isCounted(origin)) return `At least ${counted(least, 'entry', 'entries')} ${least === 1 ? 'is' : 'are'} needed.`
  return isNumeric(origin) ? `This must be ${inclusive ? 'at least' : 'more than'} ${least}.` : undefined
}

function tooBig({ origin, maximum, inclusive = true }: Extract<Bound, { code: 'too_big' }>): string | undefined {
  const most = Number(maximum)
  if (origin === 'string') return `This may have at most ${counted(most, 'character', 'characters')}.`
  if (isCounted(origin)) return `At most ${counted(most, 'entry', 'entries')} may be given.`
  return isNumeric(origin) ? `This must be ${inclusive ? 'at most' : 'less than'} ${most}.` : undefined
}

const isCounted = (origin: string) => origin === 'array' || origin === 'set'
const isNumeric = (origin: string) => origin === 'number' || origin === 'int' || origin === 'bigint'

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

function listed(values: readonly unknown[]): string {
  const words = values.map((value) => `“${String(value)}”`)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
