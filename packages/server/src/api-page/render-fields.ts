import { html } from 'hono/html'
import type { JsonSchema, Schemas } from '../http/example-of.ts'
import { nameOf, shapeOf, wordsOf } from './schema-words.ts'

type Html = ReturnType<typeof html>

/** Deeper levels stay in the example: nobody reads six indentations. */
const deepest = 4

/** The fields of a shape, each with what it is; those of shapes inside it indented below. Null for what has no fields. */
export function renderFields(schema: JsonSchema, schemas: Schemas, depth = 0): Html | null {
  const shape = shapeOf(schema)
  if (shape === null || depth > deepest) return null
  if (shape.$ref !== undefined) {
    const name = nameOf(shape.$ref)
    return html`<p class="more">Fields: <a href="/docs/api/shapes#schema-${name}">${name}</a></p>`
  }
  const required = new Set(shape.required)
  const rows = Object.entries(shape.properties ?? {}).map(
    ([name, field]) => html`<li>
      <code>${name}</code>${required.has(name) ? '' : html` <span class="optional">optional</span>`}
      <span class="type">${wordsOf(field)}</span>${defaultOf(field)}
      ${field.description ? html`<span class="about">${field.description}</span>` : ''}
      ${renderFields(field, schemas, depth + 1) ?? ''}
    </li>`,
  )
  return rows.length === 0 ? null : html`<ul class="fields">${rows}</ul>`
}

function defaultOf(field: JsonSchema): Html | '' {
  if (field.default === undefined || field.default === '') return ''
  return html`<span class="type">; ${JSON.stringify(field.default)} when left out</span>`
}
