import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { exampleOf, type JsonSchema, type Schemas } from './example-of.ts'
import type { Binding } from './handle.ts'
import { problemsOf } from './problems-of.ts'

type BoundRoute = Binding['route']

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    refusals: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, as RFC 9457 describes it.',
    example: {
      type: 'about:blank',
      title: 'Please correct the marked fields',
      status: 422,
      detail: 'Some fields are not right.',
      requestId: '0197a3c2-8d1e-7b4a-9f60-3c5d7e9a1b2c',
      errors: [{ path: 'title', message: 'Give it a title.' }],
    },
  })

/** The OpenAPI 3.1 description, made from the same declarations that validate and serve. */
export function openApiDocument(bindings: readonly Binding[], publicUrl: string) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token of one organisation, made under Settings, API tokens.',
  })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sinew.session_token',
    description:
      'The cookie of somebody who signed in; unsafe methods have to come from this installation’s own pages.',
  })
  for (const { route } of bindings) registry.registerPath(describe(route))
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Sinew',
      version: manifest.version,
      description: 'The information security management system as an API.',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    externalDocs: { description: 'The same to read', url: `${publicUrl}/docs/api` },
    tags: [...new Set(bindings.map(({ route }) => route.tag))].map((name) => ({ name })),
  })
  return withExamples(document)
}

function describe(route: BoundRoute): RouteConfig {
  const hasBody = !(route.body instanceof z.ZodUndefined)
  return {
    method: route.method,
    path: route.path,
    operationId: route.id,
    summary: route.summary,
    description: [route.description, `Needs: ${route.access}.`].filter(Boolean).join('\n\n'),
    tags: [route.tag],
    security:
      route.access === 'public'
        ? []
        : route.access === 'session'
          ? [{ session: [] }]
          : [{ token: [] }, { session: [] }],
    request: {
      params: route.params,
      query: route.query,
      ...(route.ifMatch ? { headers: z.object({ 'If-Match': z.string().meta({ example: '"3"' }) }) } : {}),
      ...(route.upload
        ? { body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
        : {}),
      ...(hasBody
        ? {
            body: {
              required: !route.body.safeParse(undefined).success,
              content: { 'application/json': { schema: route.body } },
            },
          }
        : {}),
    },
    responses: {
      [route.status]: answerOf(route),
      ...Object.fromEntries(problemsOf(route).map(([status, sentence]) => [status, problemAnswer(sentence)])),
      default: problemAnswer('A fault on the server’s side; the log has it under the request id.'),
    },
  }
}

function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: problem } } }
}

function answerOf(route: BoundRoute) {
  if (route.status === 204) return { description: 'Done' }
  if (route.download.length > 0) {
    const schema = { type: 'string' as const, format: 'binary' }
    return { description: route.summary, content: Object.fromEntries(route.download.map((type) => [type, { schema }])) }
  }
  return { description: route.summary, content: { 'application/json': { schema: route.response } } }
}

export type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>

type Media = { readonly schema?: JsonSchema; example?: unknown }
type Operation = {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}

/** Every JSON body gets a value that fits it. */
function withExamples(document: Document): Document {
  // The generator types its schemas more loosely than it makes them.
  const schemas = (document.components?.schemas ?? {}) as Schemas
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item) as Operation[]) {
      for (const { content } of [operation.requestBody, ...Object.values(operation.responses)].filter(Boolean) as {
        content?: Record<string, Media>
      }[]) {
        const media = content?.['application/json']
        if (media?.schema && media.schema.format !== 'binary') media.example = exampleOf(media.schema, schemas)
      }
    }
  }
  return document
}
