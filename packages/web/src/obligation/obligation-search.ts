import { obligationKinds, obligationSorts } from '@sinew/contract/obligation/obligation-words.ts'
import { compliances } from '@sinew/core/obligation/compliance.ts'
import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

const filters = {
  kind: oneOf(obligationKinds),
  status: oneOf(compliances),
  ownerId: text,
  controlId: text,
  linked: flag,
  reviewDue: flag,
}

export const obligationSearch = listSearch(obligationSorts, filters)
export type ObligationSearch = ListSearch<(typeof obligationSorts)[number], typeof filters>
