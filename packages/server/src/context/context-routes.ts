import * as contract from '@sinew/contract/context/context-contract.ts'
import type { Binding } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'

export const contextRoutes: readonly Binding[] = [
  ...registerBindings(contract.sites),
  ...registerBindings(contract.interestedParties, { searched: ['relevance'] }),
  ...registerBindings(contract.partyRequirements, { searched: ['source'] }),
]
