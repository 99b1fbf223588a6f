import { html } from 'hono/html'
import { renderIntroduction } from './render-introduction.ts'
import type { Page } from './render-page.ts'
import { type ApiRoute, addressOf, type Subject } from './subjects.ts'

/** What holds for all routes, and every route by its subject, in one line each. Works without a script, which only filters. */
export function indexPage(subjects: readonly Subject[]): Page {
  const count = subjects.reduce((total, { routes }) => total + routes.length, 0)
  return {
    title: 'API',
    filter: html`<label class="filter" hidden>Filter <input type="search" id="filter" autocomplete="off" placeholder="evidence, post, export …"></label>
      <p id="found" role="status"></p>`,
    content: html`${renderIntroduction(count)}
      ${subjects.map(
        (subject) => html`<section aria-labelledby="subject-${subject.slug}">
        <h2 id="subject-${subject.slug}"><a href="${addressOf(subject)}">${subject.name}</a></h2>
        <ul class="lines">${subject.routes.map((route) => renderLine(subject, route))}</ul>
      </section>`,
      )}`,
  }
}

function renderLine(subject: Subject, route: ApiRoute) {
  const { id, method, path, summary } = route
  return html`<li class="line" id="${id}" data-words="${`${method} ${path} ${summary} ${id} ${subject.name}`}">
    <span class="method" data-method="${method}">${method.toUpperCase()}</span>
    <a href="${addressOf(subject, route)}">${summary}</a>
    <code class="path">${path}</code>
  </li>`
}
