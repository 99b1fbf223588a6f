import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Schemas } from '../http/example-of.ts'
import type { Binding } from '../http/handle.ts'
import type { RequestEnvironment } from '../http/mount.ts'
import { openApiDocument } from '../http/openapi.ts'
import { indexPage } from './index-page.ts'
import { type Page, renderPage } from './render-page.ts'
import { shapesPage } from './shapes-page.ts'
import { subjectPage } from './subject-page.ts'
import { subjectsOf } from './subjects.ts'

/** Stricter than the web app's: these pages need no styles or images from anywhere but their own files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

const files = [
  ['page.css', 'text/css; charset=utf-8'],
  ['page.mjs', 'text/javascript; charset=utf-8'],
] as const

/**
 * The API's description for programs at `/openapi.json`, and the same to read at `/docs/api`: an index, and a page a subject.
 * Each is made once, when it is first asked for.
 */
export function serveApiPage(app: Hono<RequestEnvironment>, bindings: readonly Binding[], publicUrl: string): void {
  const description = once(() => openApiDocument(bindings, publicUrl))
  const schemas = () => (description().components?.schemas ?? {}) as Schemas
  const subjects = subjectsOf(bindings)
  const pages = new Map<string, () => string>()
  const offer = (path: string, make: () => Page) =>
    pages.set(
      path,
      once(() => renderPage(make(), subjects)),
    )
  offer('/docs/api', () => indexPage(subjects))
  offer('/docs/api/shapes', () => shapesPage(schemas()))
  for (const subject of subjects)
    offer(`/docs/api/${subject.slug}`, () => subjectPage(subject, description(), schemas(), publicUrl))

  app.get('/openapi.json', (c) => c.json(description()))
  for (const [path, page] of pages)
    app.get(path, (c) => {
      c.header('content-security-policy', policy)
      c.header('cache-control', 'no-cache')
      return c.html(page())
    })
  app.get('/docs/api/', (c) => c.redirect('/docs/api', 308))
  for (const [name, type] of files) {
    const text = readFileSync(new URL(name, import.meta.url))
    app.get(
      `/docs/api/${name}`,
      () => new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-cache' } }),
    )
  }
  app.get('/docs/api/:nothing', (c) => c.redirect('/docs/api', 302))
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
