import type { AnchorProps } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { PageLink } from './PageLink.tsx'
import { pageOf, type paths } from './paths.ts'

export type RefLinkProps = Pick<AnchorProps, 'underline' | 'c' | 'fw'> & {
  /** What people call the object: `R-12`, `A.8.13`. */
  readonly reference: string
  readonly children: React.ReactNode
}

/** Leads to the page of an object by what people call it; plain text where the app has no such page. */
export function RefLink({ reference, children, ...rest }: RefLinkProps) {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const page = pageOf({ entity: '', ref: reference })
  if (page === null || known[page.to] === undefined) return children
  // `pageOf` fills exactly the parameters of the path it gives.
  return (
    <PageLink to={page.to as typeof paths.risk} params={page.params as { number: string }} inherit {...rest}>
      {children}
    </PageLink>
  )
}
