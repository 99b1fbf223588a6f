import { useRouter } from '@tanstack/react-router'
import { PageLink } from './PageLink.tsx'
import { pageOf, type paths } from './paths.ts'

/** `R-12`, `A.8.13`, `AS-3` as people write them. */
const reference = /\b(?:A\.[5-8]\.\d{1,2}|[A-Z]{1,2}-\d{1,9})(?![\w-])/g

/** A text in which every reference to an object leads to its page, where the app has one. */
export function RefText({ children }: { readonly children: string }) {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const pieces: React.ReactNode[] = []
  let from = 0
  for (const { 0: ref, index } of children.matchAll(reference)) {
    const page = pageOf({ entity: '', ref })
    if (page === null || known[page.to] === undefined) continue
    pieces.push(
      children.slice(from, index),
      // `pageOf` fills exactly the parameters of the path it gives.
      <PageLink key={index} to={page.to as typeof paths.risk} params={page.params as { number: string }} inherit>
        {ref}
      </PageLink>,
    )
    from = index + ref.length
  }
  pieces.push(children.slice(from))
  return pieces
}
