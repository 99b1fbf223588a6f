import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Binding } from '../http/handle.ts'
import type { RequestEnvironment } from '../http/mount.ts'
import { openApiDocument } from '../http/openapi.ts'
import { apiPage } from './api-page.ts'

/** Stricter than the web app's: this page needs no styles or images from anywhere but its own files. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

const files = [
  ['page.css', 'text/css; charset=utf-8'],
  ['filter.mjs', 'text/javascript; charset=utf-8'],
] as const

/** The API's description for programs at `/openapi.json`, and the same to read at `/docs/api`. Both are made once. */
export function serveApiPage(app: Hono<RequestEnvironment>, bindings: readonly Binding[], publicUrl: string): void {
  let made: { readonly document: ReturnType<typeof openApiDocument>; readonly page: string } | undefined
  const make = () => {
    const document = openApiDocument(bindings, publicUrl)
    made ??= { document, page: String(apiPage(bindings, document, publicUrl)) }
    return made
  }
  app.get('/openapi.json', (c) => c.json((made ?? make()).document))
  app.get('/docs/api', (c) => {
    c.header('content-security-policy', policy)
    c.header('cache-control', 'no-cache')
    return c.html((made ?? make()).page)
  })
  app.get('/docs/api/', (c) => c.redirect('/docs/api', 308))
  for (const [name, type] of files) {
    const text = readFileSync(new URL(name, import.meta.url))
    app.get(
      `/docs/api/${name}`,
      () => new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-cache' } }),
    )
  }
}
