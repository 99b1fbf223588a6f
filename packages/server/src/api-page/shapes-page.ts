import { html } from 'hono/html'
import type { JsonSchema, Schemas } from '../http/example-of.ts'
import { renderFields } from './render-fields.ts'
import type { Page } from './render-page.ts'

/** The shapes that several routes take or answer, field by field. */
export function shapesPage(schemas: Schemas): Page {
  return {
    title: 'Shapes · API',
    content: html`<header><h1>Shapes used in several places</h1></header>
      ${Object.entries(schemas).map(([name, schema]) => renderSchema(name, schema, schemas))}`,
  }
}

function renderSchema(name: string, schema: JsonSchema, schemas: Schemas) {
  return html`<article id="schema-${name}">
    <h2>${name}</h2>
    ${schema.description ? html`<p>${schema.description}</p>` : ''}
    ${renderFields(schema, schemas) ?? ''}
  </article>`
}
