import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import type { PartArea } from '@sinew/core/register/register-head.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'

/** Where the registers of each subject are declared: a page loads its own and those that are a part of it. */
const files: Partial<Readonly<Record<PartArea, readonly (() => Promise<object>)[]>>> = {
  asset: [() => import('@sinew/contract/asset/asset-dependency-contract.ts')],
  audit: [() => import('@sinew/contract/audit/audit-contract.ts')],
  certification: [() => import('@sinew/contract/certification/certification-contract.ts')],
  change: [() => import('@sinew/contract/change/change-contract.ts')],
  context: [() => import('@sinew/contract/context/context-contract.ts')],
  document: [
    () => import('@sinew/contract/document/document-contract.ts'),
    () => import('@sinew/contract/acknowledgement/acknowledgement-contract.ts'),
    () => import('@sinew/contract/leadership/leadership-contract.ts'),
  ],
  finding: [() => import('@sinew/contract/nonconformity/nonconformity-contract.ts')],
  training: [() => import('@sinew/contract/training/training-contract.ts')],
  supplier: [() => import('@sinew/contract/supplier/supplier-contract.ts')],
  incident: [() => import('@sinew/contract/incident/incident-contract.ts')],
  obligation: [() => import('@sinew/contract/obligation/obligation-review-contract.ts')],
  objective: [() => import('@sinew/contract/objective/objective-contract.ts')],
  review: [() => import('@sinew/contract/management-review/review-contract.ts')],
  work: [() => import('@sinew/contract/work/duty-contract.ts')],
}

const loaded = new Map<string, RegisterContract>()

/** Loads a register and those whose objects are a part of its objects; null where there is none. */
export async function loadRegister(table: string): Promise<RegisterContract | null> {
  const heads = registerHeads.filter((head) => head.table === table || head.part?.entity === table)
  // The subject of a register is the first word of the rights to it.
  const areas = new Set(heads.map(({ read }) => read.split(':')[0] as PartArea))
  const wanted = [...areas].flatMap((area) => files[area] ?? [])
  for (const module of await Promise.all(wanted.map((load) => load())))
    for (const exported of Object.values(module).flat())
      if (isRegister(exported)) loaded.set(exported.register.table, exported)
  return loaded.get(table) ?? null
}

function isRegister(exported: unknown): exported is RegisterContract {
  return typeof exported === 'object' && exported !== null && 'register' in exported && 'idName' in exported
}

/** A register that a page has loaded. */
export function loadedRegister(table: string): RegisterContract | undefined {
  return loaded.get(table)
}

/** The loaded registers whose objects stand on the page of an object of this kind. */
export function partsOf(entity: string): readonly RegisterContract[] {
  return [...loaded.values()].filter(({ register }) => register.part?.entity === entity)
}

/** The table of the register at an address; undefined where there is none. */
export function tableAt(plural: string): string | undefined {
  return registerHeads.find((head) => head.plural === plural)?.table
}
