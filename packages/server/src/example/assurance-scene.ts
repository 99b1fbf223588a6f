import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import type { Scene } from './story.ts'

/** An object of a register as its last answer said. */
export type Made = { readonly id: string; readonly number: number; readonly version: number }

// Each register has fields of its own; the story takes them all alike.
type AnyContract = Pick<RegisterContract, 'idName'> & Record<'create' | 'update' | 'move', never>
type Contract = { readonly idName: string; readonly create: unknown; readonly update: unknown; readonly move: unknown }
const loose = (contract: Contract) => contract as unknown as AnyContract

export async function make({ client, organizationId }: Scene, contract: Contract, body: object): Promise<Made> {
  return client.call(loose(contract).create, { params: { organizationId }, body } as never)
}

export async function fill(scene: Scene, contract: Contract, made: Made, body: object): Promise<Made> {
  const params = { organizationId: scene.organizationId, [contract.idName]: made.id }
  return scene.client.call(loose(contract).update, { params, ifMatch: made.version, body } as never)
}

/** Takes steps one after the other. */
export async function go(scene: Scene, contract: Contract, made: Made, ...states: readonly string[]): Promise<Made> {
  const params = { organizationId: scene.organizationId, [contract.idName]: made.id }
  let now = made
  for (const to of states)
    now = await scene.client.call(loose(contract).move, { params, ifMatch: now.version, body: { to } } as never)
  return now
}

/** What one step of the story makes and a later one needs. */
export function kept(made: Map<string, Made>, key: string): Made {
  const one = made.get(key)
  if (one === undefined) throw new Error(`The story has not made ${key} yet.`)
  return one
}
