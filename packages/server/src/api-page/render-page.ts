import { html } from 'hono/html'
import { addressOf, type Subject } from './subjects.ts'

type Html = ReturnType<typeof html>

export type Page = {
  readonly title: string
  readonly content: Html
  readonly subject?: Subject
  readonly filter?: Html
}

/** The frame of every page about the API: the subjects beside it, the one that is open with its routes. */
export function renderPage(page: Page, subjects: readonly Subject[]): string {
  return String(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${page.title} · Sinew</title>
    <link rel="icon" type="image/svg+xml" href="/icon.svg">
    <script src="/color-scheme.js"></script>
    <link rel="stylesheet" href="/docs/api/page.css">
    <script type="module" src="/docs/api/page.mjs"></script>
  </head>
  <body>
    <a class="skip" href="#routes">Skip to the routes</a>
    <nav aria-label="Subjects">
      <p class="home"><a href="/">Sinew</a> <a href="/docs/api">API</a></p>
      ${page.filter ?? ''}
      <ul class="subjects">${subjects.map((subject) => renderSubject(subject, subject === page.subject))}</ul>
      <p><a href="/docs/api/shapes">Shapes used in several places</a></p>
    </nav>
    <main id="routes">${page.content}</main>
  </body>
</html>`)
}

function renderSubject(subject: Subject, isOpen: boolean) {
  const { name, routes } = subject
  const count = html`<span class="count">${routes.length}</span>`
  if (!isOpen) return html`<li><a href="${addressOf(subject)}">${name}</a> ${count}</li>`
  return html`<li>
    <a href="${addressOf(subject)}" aria-current="page">${name}</a> ${count}
    <ul>${routes.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}</ul>
  </li>`
}
