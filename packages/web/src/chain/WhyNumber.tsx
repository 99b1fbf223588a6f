import { explainNumber } from '@sinew/contract/chain/chain-contract.ts'
import type { SourceEntity } from '@sinew/core/explanation/explanation.ts'
import type { Quantity } from '@sinew/core/movement/movement.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { Why } from '../ui/explanation/Why.tsx'

export type WhyNumberProps = {
  readonly entity: SourceEntity
  /** Left out for the portfolio. */
  readonly entityId?: string
  readonly quantity: Quantity
  /** The number as shown. */
  readonly children: React.ReactNode
}

/** Any derived number, opening to its explanation, which is fetched when somebody asks. */
export function WhyNumber({ entity, entityId, quantity, children }: WhyNumberProps) {
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const [isAsked, ask] = useState(false)
  const query = { entity, quantity, ...(entityId === undefined ? {} : { entityId }) }
  const { data } = useQuery({ ...api.query(explainNumber, { query }), enabled: isAsked })
  if (!api.mayAsk(explainNumber)) return children
  return (
    <Why explanation={data} currency={currency} onOpen={() => ask(true)}>
      {children}
    </Why>
  )
}
