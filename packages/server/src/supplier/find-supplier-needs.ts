import type { Context } from '../context.ts'

const supplierControls = ['A.5.19', 'A.5.20', 'A.5.21', 'A.5.22', 'A.5.23']

export async function findSupplierNeeds({ db }: Context) {
  const rows = await db
    .selectFrom('evidence_need as need')
    .innerJoin('control', 'control.id', 'need.control_id')
    .select(['need.id', 'need.title', 'need.cadence_days', 'control.ref'])
    .where('control.ref', 'in', supplierControls)
    .where('need.nature', '=', 'operation')
    .where('need.collector_id', 'is', null)
    .orderBy('control.sort_key')
    .orderBy('need.position')
    .execute()
  return rows.map(({ id, title, cadence_days, ref }) => ({
    needId: id,
    title,
    controlRef: ref,
    cadenceDays: cadence_days,
  }))
}
