import * as contract from '@sinew/contract/person/person-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createPerson } from './create-person.ts'
import { deactivatePerson } from './deactivate-person.ts'
import { exportPeople } from './export-people.ts'
import { importPeople } from './import-people.ts'
import { findOwned } from './owned-store.ts'
import { findPeople, getPerson } from './person-store.ts'
import { reactivatePerson } from './reactivate-person.ts'
import { updatePerson } from './update-person.ts'

export const personRoutes: readonly Binding[] = [
  handle(contract.listPeople, (ctx, { query }) => findPeople(ctx.db, query)),
  handle(contract.exportPeople, (ctx, { query }) => exportPeople(ctx, query)),
  handle(contract.getPerson, (ctx, { params }) => getPerson(ctx.db, params.personId)),
  handle(contract.listOwned, async (ctx, { params, query }) => {
    const { id } = await getPerson(ctx.db, params.personId)
    return findOwned(ctx.db, id, query)
  }),
  handle(contract.importPeople, (ctx, { body }) => importPeople(ctx, body)),
  handle(contract.createPerson, (ctx, { body }) => createPerson(ctx, body)),
  handle(contract.updatePerson, (ctx, { params, ifMatch, body }) => updatePerson(ctx, params.personId, ifMatch, body)),
  handle(contract.deactivatePerson, (ctx, { params, ifMatch, body }) =>
    deactivatePerson(ctx, params.personId, ifMatch, body),
  ),
  handle(contract.reactivatePerson, (ctx, { params, ifMatch }) => reactivatePerson(ctx, params.personId, ifMatch)),
]
