import { clauseItems } from './clauses.ts'

const clauseRefs = new Set(
  clauseItems.flatMap(({ id, clause, chapter }) => [id, clause, String(chapter), ...ancestorsOf(clause)]),
)

function ancestorsOf(clause: string): readonly string[] {
  const parts = clause.split('.')
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
}

/** Whether this names a clause item, a clause or a chapter of clauses 4 to 10. */
export function isClauseRef(ref: string): boolean {
  return clauseRefs.has(ref)
}

/** Whether a named requirement takes in another: `9.2` takes in `9.2.2.a`, `A.8` takes in `A.8.13`. */
export function takesIn(named: string, requirement: string): boolean {
  return named === requirement || requirement.startsWith(`${named}.`)
}
