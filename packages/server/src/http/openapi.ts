import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Binding } from './handle.ts'

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  refusals: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
})

/** The OpenAPI 3.1 description, made from the same declarations that validate and serve. */
export function openApiDocument(bindings: readonly Binding[], publicUrl: string) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sinew.session_token',
  })
  for (const { route } of bindings) {
    const hasBody = !(route.body instanceof z.ZodUndefined)
    registry.registerPath({
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
        ...(hasBody ? { body: { content: { 'application/json': { schema: route.body } } } } : {}),
      },
      responses: {
        [route.status]: answerOf(route),
        default: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
      },
    })
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Sinew', version: '0.1.0', description: 'The information security management system as an API.' },
    servers: [{ url: publicUrl }],
  })
}

function answerOf(route: Binding['route']) {
  if (route.status === 204) return { description: 'Done' }
  if (route.download.length > 0) {
    const schema = { type: 'string' as const, format: 'binary' }
    return { description: route.summary, content: Object.fromEntries(route.download.map((type) => [type, { schema }])) }
  }
  return { description: route.summary, content: { 'application/json': { schema: route.response } } }
}
