import type { Reader } from '../context.ts'

/** An object a table can name, with what it is called, in small letters. */
export type Named = { readonly id: string; readonly names: readonly string[] }

/** Everybody who is still here: by name, e-mail and number. */
export async function namedPeople(db: Reader): Promise<readonly Named[]> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'number'])
    .where('active', '=', true)
    .execute()
  return people.map(({ id, name, email, number }) => ({ id, names: namesIn(name, email, `P-${number}`) }))
}

/** What there is of these names, in small letters. */
export function namesIn(...all: readonly (string | null)[]): readonly string[] {
  return all.flatMap((one) => (one ? [one.toLowerCase()] : []))
}

/** The one a cell names; null where it is empty or, told to `wrong`, names none or more than one; then `advice` ends the sentence. */
export function named(
  all: readonly Named[],
  cell: string,
  column: string,
  nobody: string,
  wrong: (column: string, message: string) => void,
  advice = '.',
): string | null {
  if (cell === '') return null
  const found = all.filter(({ names }) => names.includes(cell.toLowerCase()))
  if (found.length === 1) return found[0]?.id ?? null
  wrong(column, found.length === 0 ? `${nobody} “${cell}”.` : `More than one is called “${cell}”${advice}`)
  return null
}
