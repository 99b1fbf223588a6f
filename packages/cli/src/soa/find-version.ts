import { listSoaVersions, type SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { CliError } from '../cli-error.ts'
import type { Connection } from '../connection.ts'

/** A version by its number, `2` or `v2`. @throws CliError when it is no number (2) or no version has it (1) */
export async function findVersion({ client, organizationId }: Connection, named: string): Promise<SoaVersion> {
  const number = /^v?(\d{1,6})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" is no version; expected a number such as 2`, 2)
  const { items } = await client.call(listSoaVersions, { params: { organizationId } })
  const version = items.find((item) => item.number === Number(number))
  if (version === undefined) throw new CliError(`There is no version ${number} of the statement`)
  return version
}
