import { promises } from '@sinew/contract/document/document-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { PartPanel } from '../register/PartPanel.tsx'
import type { AnyRecord } from '../register/register-record.ts'

/** What a document promises, each with whether it is kept. */
export function DocumentPromises({ record }: { readonly record: AnyRecord }) {
  // Every register fits the panel; what its own fields are is known at run time.
  return <PartPanel contract={promises as unknown as RegisterContract} parentId={record.id} by="documentId" />
}
