import { html } from 'hono/html'
import type { Schemas } from '../http/example-of.ts'
import type { Document } from '../http/openapi.ts'
import type { Page } from './render-page.ts'
import { renderRoute } from './render-route.ts'
import { operationOf, type Subject } from './subjects.ts'

/** The routes of one subject, each with all that is to know of it. */
export function subjectPage(subject: Subject, document: Document, schemas: Schemas, url: string): Page {
  return {
    title: `${subject.name} · API`,
    subject,
    content: html`<header>
        <h1>${subject.name}</h1>
        <p>What holds for all routes, such as how a token is sent, stands <a href="/docs/api">before the first of them</a>.</p>
      </header>
      ${subject.routes.map((route) => renderRoute(route, operationOf(document, route), schemas, url))}`,
  }
}
