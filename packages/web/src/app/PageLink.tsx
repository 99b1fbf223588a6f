import { Anchor, type AnchorProps } from '@mantine/core'
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router'
import { useContext } from 'react'
import { CurrentOrganization } from '../api/OrganizationProvider.tsx'
import { mayOpen } from './may-open.ts'
import type { NamesIn, ParamsOf, Path } from './paths.ts'

type Needs<P extends Path> =
  Exclude<NamesIn<P>, 'slug'> extends never ? { readonly params?: ParamsOf<P> } : { readonly params: ParamsOf<P> }

/** Search parameters of the target; a function gets the present ones. */
type SearchOf = Readonly<Record<string, unknown>>

export type PageLinkProps<P extends Path> = Needs<P> & {
  readonly to: P
  readonly search?: SearchOf
  readonly children: React.ReactNode
} & Omit<AnchorProps, 'component'> & { readonly title?: string; readonly onClick?: () => void }

/**
 * A link to a page of `paths`: the organisation's slug and the date on screen go along by themselves. Its words alone where
 * the reader may not read what that page is about.
 */
export function PageLink<P extends Path>({ to, params, search, ...rest }: PageLinkProps<P>) {
  const organization = useContext(CurrentOrganization)?.organization
  const target = useTarget()
  if (organization !== undefined && !mayOpen(organization, to, params)) return <span>{rest.children}</span>
  return <Anchor component={Link} {...target(to, params, search)} {...rest} />
}

/** Goes to a page of `paths`: `go(paths.risk, { number: 12 })`. Settles when the page is there. */
export function useGo() {
  const navigate = useNavigate()
  const target = useTarget()
  return <P extends Path>(
    to: P,
    ...[params, search]: Exclude<NamesIn<P>, 'slug'> extends never
      ? [ParamsOf<P>?, SearchOf?]
      : [ParamsOf<P>, SearchOf?]
  ): Promise<void> => navigate(target(to, params, search) as never)
}

function useTarget() {
  const slug = useContext(CurrentOrganization)?.organization.slug
  // Path and parameters were just checked against each other by `ParamsOf`; the router would ask again by its own route list.
  return (to: Path, params: object | undefined, search: SearchOf | undefined) =>
    ({ to, params: { slug, ...strings(params) }, search: search ?? {} }) as unknown as Pick<LinkProps, 'to'>
}

function strings(params: object = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}
