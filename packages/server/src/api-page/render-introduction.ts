import { html } from 'hono/html'

/** What holds for every route, before the first of them. */
export function renderIntroduction(count: number) {
  return html`<header>
    <h1>The API</h1>
    <p>
      Everything the web app shows goes through these ${count} routes. These pages and
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
