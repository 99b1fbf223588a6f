import { getExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { readQuery } from '../api/api-query.ts'

/** How far an example company's story is; once told, it stays told. */
export function exampleProgressQuery(organizationId: string) {
  return readQuery(getExampleProgress, { organizationId }, {})
}
