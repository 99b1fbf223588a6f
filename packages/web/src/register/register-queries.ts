import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import type { UseSuspenseQueryOptions } from '@tanstack/react-query'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { ListPage } from '../ui/data-list/list-column.ts'
import type { AnyRecord } from './register-record.ts'
import type { RegisterSearch } from './register-search.ts'

type Query<T> = UseSuspenseQueryOptions<T, Error, T, readonly [string, object, object]>

// A register's routes answer with its own objects; whoever takes all registers alike sees them as any record.
export const recordsQuery = (api: OrganizationApi, contract: RegisterContract, search: RegisterSearch) =>
  api.query(contract.list, { query: search as never }) as unknown as Query<ListPage<AnyRecord>>

export const recordByNumberQuery = (api: OrganizationApi, contract: RegisterContract, number: number) =>
  recordsQuery(api, contract, { number, pageSize: 1 } as RegisterSearch)

export const recordQuery = (api: OrganizationApi, contract: RegisterContract, id: string) =>
  api.query(contract.get, { params: { [contract.idName]: id } as never }) as unknown as Query<AnyRecord>
