import { describe, expect, it } from 'vitest'
import { routes } from '../routes.ts'
import { startTestServer, testUrl } from '../test/test-server.ts'
import { wordsOf } from './schema-words.ts'

const server = await startTestServer()
const get = async (path: string) => server.app.fetch(new Request(`${testUrl}${path}`))

describe('/docs/api', () => {
  it('shows every route with its permission, problems and an example', async () => {
    const page = await (await get('/docs/api')).text()
    const parts = new Map(
      page
        .split('<details class="route" id="')
        .slice(1)
        .map((part) => [part.slice(0, part.indexOf('"')), part]),
    )
    expect([...parts.keys()].sort()).toEqual(routes.map(({ route }) => route.id).sort())
    for (const { route } of routes) {
      const part = parts.get(route.id) ?? ''
      expect(part).toContain(`<code class="path">${route.path}</code>`)
      if (!['public', 'session'].includes(route.access)) expect(part).toContain(`<code>${route.access}</code>`)
      expect(part).toContain('<strong>400</strong>')
      expect(part).toContain(`curl${route.method === 'get' ? '' : ` -X ${route.method.toUpperCase()}`} `)
      expect(page).toContain(`href="#${route.id}"`)
    }
  })

  it('has one id once, leads only to ids that are there, and escapes what it shows', async () => {
    const page = await (await get('/docs/api')).text()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(page).not.toContain('[object')
    expect(page).not.toContain('undefined')
  })

  it('is one page under a policy that allows nothing inline', async () => {
    const response = await get('/docs/api')
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    const page = await response.text()
    expect(page).not.toMatch(/<style|<script>| style="| on\w+="/)
    for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)) {
      const file = await get(path)
      expect([path, file.status]).toEqual([path, 200])
      expect(file.headers.get('content-type')).toMatch(path.endsWith('.css') ? /^text\/css/ : /^text\/javascript/)
    }
  })
})

describe('what a value is, in words', () => {
  it.each([
    [{ type: 'string', maxLength: 200 }, 'text, up to 200 characters'],
    [{ type: ['string', 'null'], format: 'uuid' }, 'id, or null'],
    [{ type: 'string', enum: ['pass', 'fail', 'k_of_n'] }, 'pass, fail or k_of_n'],
    [{ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 5 }, 'list of: id; up to 5 of them'],
    [{ anyOf: [{ $ref: '#/components/schemas/Explanation' }, { type: 'null' }] }, 'Explanation, or null'],
    [{ type: 'integer', minimum: 1, maximum: 200 }, 'whole number, from 1 to 200'],
    [{ type: 'number', exclusiveMinimum: 0 }, 'number, above 0'],
    [{}, 'anything'],
  ])('%j is %s', (schema, words) => {
    expect(wordsOf(schema)).toBe(words)
  })
})
