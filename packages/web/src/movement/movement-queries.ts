import { getMovement, listMovements } from '@sinew/contract/movement/movement-contract.ts'
import type { SourceEntity } from '@sinew/core/explanation/explanation.ts'
import type { MovementKind } from '@sinew/core/movement/movement.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { ListSearch } from '../app/search-params.ts'

export type MovementSearch = ListSearch<'at' | 'gapDelta'> & {
  readonly kind?: readonly MovementKind[]
  readonly since?: string
  readonly entity?: SourceEntity
  readonly entityId?: string
}

export const movementsQuery = (api: OrganizationApi, { kind, ...search }: MovementSearch) =>
  api.query(listMovements, { query: { pageSize: 25, ...search, ...(kind === undefined ? {} : { kind: [...kind] }) } })

export const movementQuery = (api: OrganizationApi, movementId: string) =>
  api.query(getMovement, { params: { movementId } })

/** The single movements of one story, newest first. */
export const episodeQuery = (api: OrganizationApi, episode: string) =>
  api.query(listMovements, { query: { episode, pageSize: 100 } })

/** The newest stories an object has a part in. */
export const movementsOfQuery = (api: OrganizationApi, entity: SourceEntity, entityId: string) =>
  api.query(listMovements, { query: { entity, entityId, pageSize: 5 } })
