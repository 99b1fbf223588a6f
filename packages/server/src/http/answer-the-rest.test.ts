import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
})

async function ask(method: string, path: string, headers: Record<string, string> = {}) {
  const response = await server.app.request(`${testUrl}${path}`, { method, headers: { origin: testUrl, ...headers } })
  const text = await response.text()
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  return { response, text, problem: isProblem && text !== '' ? JSON.parse(text) : null }
}

it('half of a character is refused with what is wrong', async () => {
  const response = await server.app.request(`${testUrl}/api/orgs/${ours.organizationId}/assets`, {
    method: 'POST',
    headers: { origin: testUrl, cookie: ours.cookie, 'content-type': 'application/json' },
    body: '{"title":"\\ud800","kind":"site"}',
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('half of a character') })
})

describe('what no route answers', () => {
  it.each([
    ['GET', '/api', 404],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/nothing', 404],
    ['GET', '/api/orgs/not-an-id/risks', 404],
    ['DELETE', '/api/session', 405],
    ['BREW', '/api/session', 405],
    ['PUT', '/api/orgs/00000000-0000-7000-8000-000000000000/risks', 405],
    ['POST', '/', 404],
    ['DELETE', '/risks', 404],
  ])('%s %s is a problem with a request id', async (method, path, status) => {
    const { response, problem } = await ask(method, path, { cookie: ours.cookie })
    expect(response.status).toBe(status)
    expect(problem).toMatchObject({
      status,
      title: expect.any(String),
      requestId: response.headers.get('x-request-id'),
    })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('says which methods an address takes', async () => {
    const path = `/api/orgs/${ours.organizationId}/risks`
    expect((await ask('PUT', path)).response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    const { response, text } = await ask('OPTIONS', path)
    expect([response.status, text, response.headers.get('allow')]).toEqual([204, '', 'GET, HEAD, POST, OPTIONS'])
    // Nothing here is meant for pages of others: no header lets them in.
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('answers HEAD as GET, without the body', async () => {
    const path = `/api/orgs/${ours.organizationId}/risks`
    const { response, text } = await ask('HEAD', path, { cookie: ours.cookie })
    expect([response.status, text]).toEqual([200, ''])
    expect((await ask('HEAD', path)).response.status).toBe(401)
  })

  it('has nothing to show of an organisation before it was', async () => {
    for (const page of ['risks', 'soa', 'ledger/export', 'pulse']) {
      const path = `/api/orgs/${ours.organizationId}/${page}?asOf=2001-01-01T00:00:00Z`
      const { response, problem } = await ask('GET', path, { cookie: ours.cookie })
      expect([response.status, problem?.detail], page).toEqual([
        404,
        'This organisation did not exist yet at that instant.',
      ])
    }
  })

  it.each(['%', '%E0%A4%A', '%ff', '%00', '..%2f..%2fetc', '%2e%2e'])(
    'takes %s for an address like any other',
    async (text) => {
      for (const path of [
        `/api/orgs/${text}/risks`,
        `/api/${text}`,
        `/${text}`,
        `/api/orgs/${ours.organizationId}/risks/${text}`,
      ]) {
        const { response } = await ask('GET', path, { cookie: ours.cookie })
        expect([200, 404, 503], path).toContain(response.status)
      }
      const { response } = await ask('GET', `/api/orgs/${ours.organizationId}/risks?q=${text}`, { cookie: ours.cookie })
      expect([200, 400, 422]).toContain(response.status)
    },
  )
})
