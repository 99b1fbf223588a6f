import type { Binding } from '../http/handle.ts'
import type { Document } from '../http/openapi.ts'
import type { Operation } from './render-route.ts'

export type ApiRoute = Binding['route']

/** Routes about one noun, which share a page. */
export type Subject = { readonly name: string; readonly slug: string; readonly routes: readonly ApiRoute[] }

/** The subjects by name. */
export function subjectsOf(bindings: readonly Binding[]): readonly Subject[] {
  const byName = Map.groupBy(
    bindings.map(({ route }) => route),
    ({ tag }) => tag,
  )
  return [...byName]
    .map(([name, routes]) => ({ name, slug: slugOf(name), routes }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

export function addressOf({ slug }: Subject, route?: ApiRoute): string {
  return `/docs/api/${slug}${route === undefined ? '' : `#${route.id}`}`
}

/** What the description says of a route. It holds every route of the table; a test says so. */
export function operationOf(document: Document, { path, method }: ApiRoute): Operation {
  const paths = document.paths as Record<string, Record<string, Operation>>
  return paths[path]?.[method] ?? { responses: {} }
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
