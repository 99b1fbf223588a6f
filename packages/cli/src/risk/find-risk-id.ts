import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { CliError } from '../cli-error.ts'
import type { Connection } from '../connection.ts'

/** The id of a risk by what people call it: R-12, 12, or the id itself. */
export async function findRiskId(
  { client, organizationId }: Connection,
  named: string,
  asOf?: string,
): Promise<string> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named)) return named
  const number = /^(?:R-)?(\d{1,9})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" names no risk; expected R-12, 12 or an id`, 2)
  const { items } = await client.call(listRisks, { params: { organizationId }, query: { number, asOf } })
  const id = items[0]?.id
  if (id === undefined) throw new CliError(`There is no risk R-${number}`)
  return id
}
