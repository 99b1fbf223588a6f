import type { Route } from '@sinew/contract/route.ts'
import { html } from 'hono/html'
import type { JsonSchema, Schemas } from '../http/example-of.ts'
import { problemsOf } from '../http/problems-of.ts'
import { exampleCurl } from './example-curl.ts'
import { renderFields } from './render-fields.ts'
import { wordsOf } from './schema-words.ts'

export type Media = { readonly schema?: JsonSchema; readonly example?: unknown }
export type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: JsonSchema
}
/** What the description says of a route, as far as the page shows it. */
export type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}

export function renderRoute(route: Route, operation: Operation, schemas: Schemas, url: string) {
  const body = operation.requestBody?.content['application/json']
  const answer = operation.responses[route.status]?.content?.['application/json']
  return html`<details class="route" id="${route.id}">
    <summary>
      <span class="method" data-method="${route.method}">${route.method.toUpperCase()}</span>
      <code class="path">${route.path}</code>
      <span class="summary">${route.summary}</span>
    </summary>
    <div class="inside">
      <p>${mayWords(route)} <a class="here" href="#${route.id}">Link to this</a></p>
      ${route.description ? html`<p>${route.description}</p>` : ''}
      ${section('Path', parameterList(operation, 'path'))} ${section('Query', parameterList(operation, 'query'))}
      ${section('Headers', parameterList(operation, 'header'))}
      ${body?.schema ? section('Body', renderFields(body.schema, schemas) ?? html`<p>${wordsOf(body.schema)}</p>`) : ''}
      ${route.upload ? section('Body', html`<p>The file itself, as bytes.</p>`) : ''}
      ${section(`Answer ${route.status}`, answerOf(route, answer, schemas))}
      ${section('Problems', problemList(route))}
      <h3>Example</h3>
      <pre tabindex="0">${exampleCurl(route, url, body?.example)}</pre>
      ${
        answer?.example === undefined
          ? ''
          : html`<details class="answer">
        <summary>What it answers</summary>
        <pre tabindex="0">${JSON.stringify(answer.example, null, 2)}</pre>
      </details>`
      }
    </div>
  </details>`
}

function mayWords({ access }: Route) {
  if (access === 'public') return 'Needs nobody to be signed in.'
  if (access === 'session') return 'For whoever is signed in; a token cannot.'
  return html`Needs the permission <code>${access}</code>, by role and by token.`
}

function section(title: string, content: unknown) {
  return content === null ? '' : html`<h3>${title}</h3>${content}`
}

function parameterList({ parameters = [] }: Operation, place: string) {
  const these = parameters.filter((parameter) => parameter.in === place)
  if (these.length === 0) return null
  return html`<ul class="fields">
    ${these.map(
      ({ name, required, schema = {}, description }) => html`<li>
        <code>${name}</code>${required ? '' : html` <span class="optional">optional</span>`}
        <span class="type">${wordsOf(schema)}${schema.default === undefined ? '' : `; ${JSON.stringify(schema.default)} when left out`}</span>
        ${description ? html`<span class="about">${description}</span>` : ''}
      </li>`,
    )}
  </ul>`
}

function answerOf(route: Route, answer: Media | undefined, schemas: Schemas) {
  if (route.download.length > 0) return html`<p>A file: ${route.download.join(', ')}.</p>`
  if (answer?.schema === undefined) return html`<p>Nothing but the status.</p>`
  const fields = renderFields(answer.schema, schemas)
  return fields === null
    ? html`<p>${wordsOf(answer.schema)}</p>`
    : html`<details class="answer"><summary>${wordsOf(answer.schema)}, field by field</summary>${fields}</details>`
}

function problemList(route: Route) {
  return html`<ul class="problems">
    ${problemsOf(route).map(([status, sentence]) => html`<li><strong>${status}</strong> ${sentence}</li>`)}
  </ul>`
}
