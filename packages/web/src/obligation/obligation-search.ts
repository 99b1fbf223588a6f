import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['number', 'title', 'kind', 'party', 'reviewAt', 'controls', 'updatedAt'] as const
const kinds = ['law', 'contract', 'promise'] as const

const filters = { kind: oneOf(kinds), ownerId: text, controlId: text, linked: flag, reviewDue: flag }

export const obligationSearch = listSearch(sorts, filters)
export type ObligationSearch = ListSearch<(typeof sorts)[number], typeof filters>
