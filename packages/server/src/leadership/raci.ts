import type { ExportFormat } from '@sinew/contract/export/export-format.ts'
import type { Raci, raciLetters, setRaciCell as setRoute } from '@sinew/contract/leadership/leadership-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { notFound } from '../errors.ts'
import { exportTable } from '../export/export-table.ts'

type Letter = (typeof raciLetters)[number]

export async function getRaci(db: Reader): Promise<Raci> {
  const roles = await db
    .selectFrom('isms_role')
    .leftJoin('person', 'person.id', 'isms_role.holder_id')
    .select(['isms_role.id', 'isms_role.number', 'isms_role.title', 'person.name as holderName'])
    .orderBy('isms_role.number')
    .execute()
  const activities = await db
    .selectFrom('raci_activity')
    .select(['id', 'number', 'title', 'clauses'])
    .orderBy('number')
    .execute()
  const entries = await db.selectFrom('raci_entry').select(['raci_activity_id', 'isms_role_id', 'letter']).execute()
  const byActivity = Map.groupBy(entries, (entry) => entry.raci_activity_id)
  return {
    roles,
    activities: activities.map((activity) => {
      const own = byActivity.get(activity.id) ?? []
      const letters = own.map(({ letter }) => letter)
      const gaps = [
        ...(letters.includes('A') ? [] : ['Nobody answers for it.']),
        // Whoever answers for it alone does it too.
        ...(letters.includes('R') || letters.includes('A') ? [] : ['Nobody does it.']),
      ]
      const cells = Object.fromEntries(own.map((entry) => [entry.isms_role_id, entry.letter as Letter]))
      return { ...activity, clauses: [...activity.clauses], cells, gaps }
    }),
  }
}

type Cell = { readonly raciActivityId: string; readonly ismsRoleId: string }

/** One role answers for an activity: whoever did before does it from now on. */
export async function setRaciCell(
  ctx: Context,
  { raciActivityId, ismsRoleId }: Cell,
  { letter }: ParsedBody<typeof setRoute>,
): Promise<Raci> {
  await ctx.recorded({ derives: false }, async (tx) => {
    await lockRow(tx, 'raci_activity', raciActivityId, 'activity')
    await lockRow(tx, 'isms_role', ismsRoleId, 'role')
    const entries = await tx
      .selectFrom('raci_entry')
      .selectAll()
      .where('raci_activity_id', '=', raciActivityId)
      .execute()
    const accountable = entries.find((entry) => entry.letter === 'A' && entry.isms_role_id !== ismsRoleId)
    if (letter === 'A' && accountable !== undefined)
      await tx.updateTable('raci_entry').set({ letter: 'R' }).where('id', '=', accountable.id).execute()
    const own = entries.find((entry) => entry.isms_role_id === ismsRoleId)
    if (letter === null) {
      if (own !== undefined) await tx.deleteFrom('raci_entry').where('id', '=', own.id).execute()
    } else if (own !== undefined) {
      if (own.letter !== letter) await tx.updateTable('raci_entry').set({ letter }).where('id', '=', own.id).execute()
    } else {
      await tx
        .insertInto('raci_entry')
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          raci_activity_id: raciActivityId,
          isms_role_id: ismsRoleId,
          letter,
        })
        .execute()
    }
  })
  return getRaci(ctx.db)
}

async function lockRow(tx: Writer, table: 'raci_activity' | 'isms_role', id: string, noun: string): Promise<void> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound(noun)
}

export async function exportRaci(db: Reader, format: ExportFormat): Promise<Response> {
  const { roles, activities } = await getRaci(db)
  return exportTable(
    {
      name: 'responsibilities',
      columns: [
        { header: 'Activity', value: (row: Raci['activities'][number]) => row.title, width: 40 },
        { header: 'Clauses', value: (row) => row.clauses.join(', '), width: 14 },
        ...roles.map(({ id, title, holderName }) => ({
          header: holderName === null ? title : `${title} (${holderName})`,
          value: (row: Raci['activities'][number]) => row.cells[id] ?? null,
        })),
        { header: 'Missing', value: (row) => row.gaps.join(' '), width: 30 },
      ],
      rows: activities,
    },
    format,
  )
}
