import type { OutputOf } from '@sinew/contract/client.ts'
import type { listMyEstimateRequests } from '@sinew/contract/estimate/estimate-contract.ts'
import type { Context } from '../context.ts'

/** What others wait for from the reader: open requests for risks that are still there to be estimated. */
export async function findMyEstimateRequests({ db, actor }: Context): Promise<OutputOf<typeof listMyEstimateRequests>> {
  const rows = await db
    .selectFrom('estimate_request')
    .innerJoin('person', 'person.id', 'estimate_request.person_id')
    .innerJoin('risk', 'risk.id', 'estimate_request.risk_id')
    .leftJoin('risk_estimate', (join) =>
      join
        .onRef('risk_estimate.risk_id', '=', 'estimate_request.risk_id')
        .onRef('risk_estimate.person_id', '=', 'estimate_request.person_id'),
    )
    .select([
      'estimate_request.id',
      'estimate_request.asked_by_name',
      'estimate_request.message',
      'estimate_request.asked_at',
      'risk.id as risk_id',
      'risk.number',
      'risk.title',
    ])
    .where('person.user_id', '=', actor.id)
    .where('risk.status', '<>', 'closed')
    .where((where) =>
      where.or([
        where('risk_estimate.given_at', 'is', null),
        where('risk_estimate.given_at', '<', where.ref('estimate_request.asked_at')),
      ]),
    )
    .orderBy('estimate_request.asked_at')
    .orderBy('estimate_request.id')
    .limit(200)
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      riskId: row.risk_id,
      riskNumber: row.number,
      riskTitle: row.title,
      askedByName: row.asked_by_name,
      message: row.message,
      askedAt: row.asked_at.toISOString(),
    })),
  }
}
