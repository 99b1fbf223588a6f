import type { actionStatuses } from '@sinew/contract/treatment/action-contract.ts'
import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

const sorts = ['dueAt', 'number', 'title', 'status', 'owner', 'risk', 'cost', 'worth', 'updatedAt'] as const
// The contract's list would bring its schemas into the first load; its type keeps this copy honest.
export const statuses = ['open', 'done', 'cancelled'] as const satisfies typeof actionStatuses

const filters = { status: oneOf(statuses), overdue: flag, ownerId: text, riskId: text, controlId: text }

export const actionSearch = listSearch(sorts, filters)
export type ActionSearch = ListSearch<(typeof sorts)[number], typeof filters>
