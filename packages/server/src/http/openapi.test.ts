import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../routes.ts'
import { openApiDocument } from './openapi.ts'

type Media = { readonly example?: unknown }
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly Record<string, unknown>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Record<string, Media> }
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>
}

const document = JSON.parse(JSON.stringify(openApiDocument(routes, 'http://localhost:8080'))) as {
  readonly paths: Record<string, Record<string, Operation>>
}
const all = routes.map(({ route }) => [`${route.method} ${route.path}`, route] as const)
const operationOf = (path: string, method: string) => document.paths[path]?.[method]

describe('/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(document)
    expect([valid, errors]).toEqual([true, undefined])
    expect(validator.version).toBe('3.1')
  })

  it('would not be with a fault in it', async () => {
    const broken = structuredClone(document)
    Object.assign(broken.paths['/api/session']?.get ?? {}, { responses: 'none' })
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  it('holds every route of the table once, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual(all.map(([name]) => name).sort())
    const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((one) => one.operationId))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(all)('says of %s who may, what goes in, what comes out and what can go wrong', (_, route) => {
    const operation = operationOf(route.path, route.method)
    const schemes = operation?.security.flatMap((one) => Object.keys(one))
    const expected = { public: [], session: ['session'] }[route.access as string] ?? ['token', 'session']
    expect(schemes).toEqual(expected)

    const names = (place: string) => operation?.parameters?.filter((one) => one.in === place).map((one) => one.name)
    expect(names('path') ?? []).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(names('query') ?? []).toEqual(Object.keys(route.query.shape))
    expect((names('header') ?? []).includes('If-Match')).toBe(route.ifMatch)

    const statuses = Object.keys(operation?.responses ?? {})
    expect(statuses).toContain(String(route.status))
    expect(statuses).toContain('400')
    expect(statuses.includes('401')).toBe(route.access !== 'public' || route.method !== 'get')
    expect(statuses.includes('412') && statuses.includes('428')).toBe(route.ifMatch)
  })

  it.each(all)('shows for %s examples that the route itself would take and give', (_, route) => {
    const operation = operationOf(route.path, route.method)
    const body = operation?.requestBody?.content['application/json']
    expect(body !== undefined).toBe(!(route.body instanceof z.ZodUndefined))
    if (body) expect(route.body.safeParse(body.example).error?.issues ?? []).toEqual([])
    const answer = operation?.responses[route.status]?.content?.['application/json']
    const answersJson = route.status !== 204 && route.download.length === 0
    if (answersJson) expect(route.response.safeParse(answer?.example).error?.issues ?? []).toEqual([])
  })
})
