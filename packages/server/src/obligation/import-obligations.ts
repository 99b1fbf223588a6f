import type { OutputOf } from '@sinew/contract/client.ts'
import { createObligation, type importObligations as route } from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { choice, day, type Field, number } from '@sinew/core/register/field.ts'
import { parseCell } from '@sinew/core/register/parse-cell.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { type Named, named, namedPeople } from '../file/named-cell.ts'
import { readTable, type TableRow } from '../file/read-table.ts'
import { firstReview } from './create-obligation.ts'

const headings = {
  title: ['title', 'obligation'],
  kind: ['kind', 'type'],
  party: ['party', 'towardswhom'],
  source: ['source', 'whereitsaysso'],
  requirement: ['requirement', 'whatitasks'],
  owner: ['owner'],
  reviewEveryMonths: ['revieweverymonths', 'reviewevery'],
  reviewAt: ['review', 'reviewon', 'nextreview'],
  notifyHours: ['tellofincidentswithinhours', 'tellofincidentswithin'],
  keptBy: ['keptby'],
} as const
type Heading = keyof typeof headings

/** What people write above a column; also how a problem names it. */
const columns: Readonly<Record<Heading, string>> = {
  title: 'Title',
  kind: 'Kind',
  party: 'Party',
  source: 'Source',
  requirement: 'Requirement',
  owner: 'Owner',
  reviewEveryMonths: 'Review every (months)',
  reviewAt: 'Review',
  notifyHours: 'Tell of incidents within (hours)',
  keptBy: 'Kept by',
}

/** Columns that hold more than text. */
const read: Partial<Readonly<Record<Heading, Field>>> = {
  kind: choice('Kind', { law: 'Law', contract: 'Contract', promise: 'Promise' }, 'contract'),
  reviewEveryMonths: number('Review every'),
  reviewAt: day('Review'),
  notifyHours: number('Tell of incidents within'),
}

const mostProblems = 500

type Problem = { readonly row: number; readonly column: string; readonly message: string }
type Planned = { readonly values: ParsedBody<typeof createObligation>; readonly controlIds: readonly string[] }

/** Adds all obligations of a table with the controls that keep them, or none. With `dryRun` it only looks. */
export async function importObligations(
  ctx: Context,
  { csv, dryRun }: ParsedBody<typeof route>,
): Promise<OutputOf<typeof route>> {
  const rows = readTable(csv, headings)
  const known = await knownNames(ctx.db)
  const problems: Problem[] = []
  const planned = rows.map((row) => plan(row, known, problems))
  if (problems.length > 0) return { added: 0, rows: rows.length, problems: problems.slice(0, mostProblems) }
  if (!dryRun)
    await ctx.recorded({}, async (tx) => {
      for (const one of planned) await add(ctx, tx, one)
    })
  return { added: planned.length, rows: rows.length, problems: [] }
}

type Known = { readonly people: readonly Named[]; readonly controls: ReadonlyMap<string, string> }

async function knownNames(db: Reader): Promise<Known> {
  const controls = await db.selectFrom('control').select(['id', 'ref']).execute()
  return { people: await namedPeople(db), controls: new Map(controls.map(({ id, ref }) => [ref.toLowerCase(), id])) }
}

function plan({ line, cells }: TableRow<Heading>, known: Known, problems: Problem[]): Planned {
  const problem = (column: string, message: string) => void problems.push({ row: line, column, message })
  const wrong = (at: Heading, message: string) => problem(columns[at], message)
  const advice = ': write the e-mail or the number, P-3.'
  const ownerId = named(known.people, cells.owner, columns.owner, 'Nobody is called', problem, advice)
  const given: Record<string, unknown> = { kind: 'contract', ownerId }
  for (const key of ['title', 'party', 'source', 'requirement'] as const) given[key] = cells[key]
  for (const [key, field] of Object.entries(read) as [Heading, Field][]) {
    const cell = parseCell(field, cells[key], 1)
    if ('problem' in cell) wrong(key, cell.problem)
    else if (cell.value !== undefined) given[key] = cell.value
  }
  const checked = createObligation.body.safeParse(given)
  for (const { path, message } of checked.error?.issues ?? []) wrong((path[0] ?? 'title') as Heading, message)
  const refs = [...new Set(cells.keptBy.split(/[;,\s]+/).filter((ref) => ref !== ''))]
  const controlIds = refs.flatMap((ref) => {
    const id = known.controls.get(ref.toLowerCase())
    if (id === undefined) wrong('keptBy', `There is no control “${ref}”.`)
    return id === undefined ? [] : [id]
  })
  // Where a value is not right, a problem says so, and nothing is written.
  return { values: checked.data as ParsedBody<typeof createObligation>, controlIds }
}

async function add(ctx: Context, tx: Writer, { values, controlIds }: Planned): Promise<void> {
  const { organizationId: organization_id, now } = ctx
  const id = newId()
  await tx
    .insertInto('obligation')
    .values({
      ...{ organization_id, id, number: await nextNumber(tx, 'obligation') },
      title: values.title,
      kind: values.kind,
      source: values.source,
      party: values.party,
      requirement: values.requirement,
      owner_id: values.ownerId,
      review_at: values.reviewAt ?? firstReview(values.reviewEveryMonths, now),
      review_every_months: values.reviewEveryMonths,
      notify_hours: values.notifyHours,
    })
    .execute()
  for (const control_id of controlIds)
    await tx
      .insertInto('obligation_control')
      .values({ organization_id, id: newId(), obligation_id: id, control_id, note: '' })
      .execute()
}
