import { html } from 'hono/html'
import type { JsonSchema, Schemas } from '../http/example-of.ts'
import type { Binding } from '../http/handle.ts'
import type { Document } from '../http/openapi.ts'
import { renderFields } from './render-fields.ts'
import { type Operation, renderRoute } from './render-route.ts'

type Routes = readonly Binding['route'][]

/** The whole API to read, from the same declarations that serve it: works without a script, which only filters. */
export function apiPage(bindings: readonly Binding[], document: Document, url: string) {
  const routes = bindings.map(({ route }) => route)
  const tags = [...new Set(routes.map((route) => route.tag))].sort()
  const schemas = (document.components?.schemas ?? {}) as Schemas
  const operationOf = ({ path, method }: Routes[number]) => {
    // The description holds every route of the table; a test says so.
    const paths = document.paths as Record<string, Record<string, Operation>>
    return paths[path]?.[method] ?? { responses: {} }
  }
  const tagged = (tag: string) => routes.filter((route) => route.tag === tag)
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>API · Sinew</title>
    <link rel="icon" type="image/svg+xml" href="/icon.svg">
    <script src="/color-scheme.js"></script>
    <link rel="stylesheet" href="/docs/api/page.css">
    <script type="module" src="/docs/api/filter.mjs"></script>
  </head>
  <body>
    <a class="skip" href="#routes">Skip to the routes</a>
    <nav aria-label="Routes">
      <p class="home"><a href="/">Sinew</a> API</p>
      <label class="filter" hidden>Filter <input type="search" id="filter" autocomplete="off" placeholder="evidence, post, export …"></label>
      <p id="found" role="status"></p>
      ${tags.map((tag) => renderJumps(tag, tagged(tag)))}
    </nav>
    <main id="routes">
      ${renderIntroduction(routes.length)}
      ${tags.map(
        (tag) => html`<section aria-labelledby="${anchorOf(tag)}">
        <h2 id="${anchorOf(tag)}">${tag}</h2>
        ${tagged(tag).map((route) => renderRoute(route, operationOf(route), schemas, url))}
      </section>`,
      )}
      <section aria-labelledby="schemas">
        <h2 id="schemas">Shapes used in several places</h2>
        ${Object.entries(schemas).map(([name, schema]) => renderSchema(name, schema, schemas))}
      </section>
    </main>
  </body>
</html>`
}

function renderJumps(tag: string, routes: Routes) {
  return html`<details class="jumps">
    <summary>${tag} <span class="count">${routes.length}</span></summary>
    <ul>${routes.map(({ id, summary }) => html`<li><a href="#${id}" data-route="${id}">${summary}</a></li>`)}</ul>
  </details>`
}

function renderSchema(name: string, schema: JsonSchema, schemas: Schemas) {
  return html`<article id="schema-${name}">
    <h3>${name}</h3>
    ${schema.description ? html`<p>${schema.description}</p>` : ''}
    ${renderFields(schema, schemas) ?? ''}
  </article>`
}

function anchorOf(tag: string): string {
  return `tag-${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

function renderIntroduction(count: number) {
  return html`<header>
    <h1>The API</h1>
    <p>
      Everything the web app shows goes through these ${count} routes. This page and
      <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1) are made from the declarations that validate and serve them.
    </p>
    <dl>
      <dt>Who asks</dt>
      <dd>
        A token of one organisation, from <em>Settings</em>, <em>API tokens</em>:
        <code>Authorization: Bearer snw_…</code>. It can do what its scopes and your role allow. The organisation’s id is
        shown there too.
      </dd>
      <dt>No lost update</dt>
      <dd>
        One object comes with its version as <code>ETag</code>. To change it, send that as <code>If-Match</code>: without it
        428, after somebody else’s change 412.
      </dd>
      <dt>Lists</dt>
      <dd>
        <code>page</code>, <code>pageSize</code>, <code>sort</code> (<code>-field</code> for descending), <code>q</code> to
        search; the answer holds <code>items</code> and <code>total</code>.
      </dd>
      <dt>The past</dt>
      <dd>With <code>?asOf=2026-01-31T00:00:00Z</code> almost every read answers as it was at that instant.</dd>
      <dt>Money and time</dt>
      <dd>Money is a whole number of minor units (<code>…Minor</code>, cents) in the organisation’s currency; instants are ISO 8601.</dd>
      <dt>Problems</dt>
      <dd>
        <code>application/problem+json</code> (RFC 9457): <code>errors</code> name fields, <code>refusals</code> the rules that
        say no, <code>requestId</code> finds it in the log.
      </dd>
    </dl>
  </header>`
}
