import type { ObjectSource } from '@sinew/core/explanation/explanation.ts'
import { createContext, useContext } from 'react'

export type ObjectLinkProps = { readonly source: ObjectSource; readonly children: React.ReactNode }

const Linker = createContext<React.ComponentType<ObjectLinkProps> | null>(null)

/** Says how an object is linked to; the components below know none of the app's addresses. */
export function ObjectLinkProvider({
  by,
  children,
}: {
  readonly by: React.ComponentType<ObjectLinkProps>
  readonly children: React.ReactNode
}) {
  return <Linker value={by}>{children}</Linker>
}

/** A link to the object a number came from; plain text where it has no page. */
export function ObjectLink({ source, children }: ObjectLinkProps) {
  const By = useContext(Linker)
  return By === null ? children : <By source={source}>{children}</By>
}
