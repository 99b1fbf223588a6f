/** What is wrong with data from outside, and where: `scenarios[3].frequency.p`. */
export type Problem = { readonly path: string; readonly message: string }

/** Reads one value; undefined when it is wrong, which is then in `problems`. */
export type Reader<T> = (value: unknown, path: string, problems: Problem[]) => T | undefined

export type Fields = Readonly<Record<string, unknown>>

function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'string') return `“${value.slice(0, 40)}”`
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`
}

/** A number for which `holds`; `wanted` completes “must be …”. */
export function number(wanted: string, holds: (x: number) => boolean): Reader<number> {
  return (value, path, problems) => {
    if (typeof value === 'number' && Number.isFinite(value) && holds(value)) return value
    problems.push({ path, message: `must be ${wanted}, not ${said(value)}` })
    return undefined
  }
}

// Beyond these an amount or a rate is a slip of the keyboard, and its square would leave the range of numbers.
const largest = 1e15
export const positive = number('a number above 0, up to 1e15', (x) => x > 0 && x <= largest)
export const notNegative = number('a number from 0 to 1e15', (x) => x >= 0 && x <= largest)
export const share = number('a number from 0 to 1', (x) => x >= 0 && x <= 1)

export const text: Reader<string> = (value, path, problems) => {
  if (typeof value === 'string' && value.length > 0 && value.length <= 200) return value
  problems.push({ path, message: `must be a text of 1 to 200 characters, not ${said(value)}` })
  return undefined
}

export const flag: Reader<boolean> = (value, path, problems) => {
  if (typeof value === 'boolean') return value
  problems.push({ path, message: `must be true or false, not ${said(value)}` })
  return undefined
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, path, problems) => (value === undefined ? undefined : read(value, path, problems))
}

export function list<T>(read: Reader<T>, least: number, most: number): Reader<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ path, message: `must be a list, not ${said(value)}` })
      return undefined
    }
    if (value.length < least || value.length > most) {
      const count = value.length.toLocaleString('en')
      problems.push({ path, message: `holds ${count}; it may hold ${least} to ${most.toLocaleString('en')}` })
      return undefined
    }
    const items = value.map((item, at) => read(item, `${path}[${at}]`, problems))
    return items.every((item): item is NonNullable<typeof item> => item !== undefined) ? items : undefined
  }
}

/** Reads an object whose fields have these readers and that has no other field. */
export function object<T>(readers: { readonly [Name in keyof T]-?: Reader<T[Name]> }): Reader<T> {
  return (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ path, message: `must be an object, not ${said(value)}` })
      return undefined
    }
    const before = problems.length
    const at = (name: string) => (path === '' ? name : `${path}.${name}`)
    for (const name of Object.keys(value))
      if (!Object.hasOwn(readers, name))
        problems.push({ path: at(name), message: `is not known here; known are ${Object.keys(readers).join(', ')}` })
    const fields: Fields = { ...value }
    const read: Partial<T> = {}
    for (const name in readers) {
      const field = readers[name](fields[name], at(name), problems)
      if (field !== undefined) read[name] = field
    }
    // Every reader without a problem gave its field, so the object is whole.
    return problems.length === before ? (read as T) : undefined
  }
}

/** Reads one of several shapes by their field `type`. */
export function oneOf<T>(shapes: Readonly<Record<string, Reader<T>>>, what: string): Reader<T> {
  return (value, path, problems) => {
    const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
    const read = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined
    if (read !== undefined) return read(value, path, problems)
    const known = Object.keys(shapes).join(', ')
    const where = typeof value === 'object' && value !== null ? `${path}.type` : path
    problems.push({ path: where, message: `must be a ${what}: ${known}; not ${said(type ?? value)}` })
    return undefined
  }
}

/** Adds a rule about several fields together: `wrong` gives the path below this one and the sentence, or null. */
export function withRule<T>(read: Reader<T>, wrong: (value: T) => Problem | null): Reader<T> {
  return (value, path, problems) => {
    const whole = read(value, path, problems)
    const problem = whole === undefined ? null : wrong(whole)
    if (problem === null) return whole
    problems.push({ path: [path, problem.path].filter(Boolean).join('.'), message: problem.message })
    return undefined
  }
}

/** The field `type` of a shape that was chosen by it. */
export function named<Name extends string>(name: Name): Reader<Name> {
  return (value, path, problems) => {
    if (value === name) return name
    problems.push({ path, message: `must be ${name}, not ${said(value)}` })
    return undefined
  }
}
