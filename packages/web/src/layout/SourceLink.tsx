import { useRouter } from '@tanstack/react-router'
import { PageLink } from '../app/PageLink.tsx'
import { pageOf, type paths } from '../app/paths.ts'
import type { ObjectLinkProps } from '../ui/explanation/ObjectLink.tsx'

/** Links an object named in an explanation to its page, where the app has one. */
export function SourceLink({ source, children }: ObjectLinkProps) {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const page = pageOf(source)
  if (page === null || known[page.to] === undefined) return children
  // `pageOf` fills exactly the parameters of the path it gives.
  return (
    <PageLink to={page.to as typeof paths.risk} params={page.params as { number: string }} inherit>
      {children}
    </PageLink>
  )
}
