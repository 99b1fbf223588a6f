import { describe, expect, it } from 'vitest'
import { routes } from '../routes.ts'
import { startTestServer, testUrl } from '../test/test-server.ts'
import { wordsOf } from './schema-words.ts'

const server = await startTestServer()
const get = async (path: string) => server.app.fetch(new Request(`${testUrl}${path}`))

const pathsIn = (page: string) => [...page.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, path = '']) => path)
const textOf = async (path: string) => (await get(path)).text()
const index = await textOf('/docs/api')
const paths = [...new Set(pathsIn(index).map((path) => path.split('#')[0] ?? ''))].filter(
  (path) => !/\.\w+$/.test(path),
)
const pages = new Map<string, string>()
for (const path of paths) pages.set(path, await textOf(path))

describe('/docs/api', () => {
  it('leads to every route, on the page of its subject, with its permission, problems and an example', () => {
    expect(routes.length).toBeGreaterThan(700)
    for (const { route } of routes) {
      const address = pathsIn(index).find((path) => path.endsWith(`#${route.id}`)) ?? ''
      const page = pages.get(address.split('#')[0] ?? '') ?? ''
      expect(page).toContain(`<title>${route.tag.replace('&', '&amp;')} · API · Sinew</title>`)
      const [, after = ''] = page.split(`<details class="route" id="${route.id}">`)
      const [part = ''] = after.split('<details class="route"')
      expect(part).toContain(`<code class="path">${route.path}</code>`)
      if (!['public', 'session'].includes(route.access)) expect(part).toContain(`<code>${route.access}</code>`)
      expect(part).toContain('<strong>400</strong>')
      expect(part).toContain(`curl${route.method === 'get' ? '' : ` -X ${route.method.toUpperCase()}`} `)
    }
  })

  it('has one id once on a page, leads only to ids that are there, and escapes what it shows', () => {
    const idsOf = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
    for (const [path, page] of pages) {
      const ids = idsOf(page)
      expect([path, new Set(ids).size]).toEqual([path, ids.length])
      for (const [, there = '', id = ''] of page.matchAll(/href="([^"#]*)#([^"]+)"/g))
        expect(idsOf(pages.get(there === '' ? path : there) ?? '')).toContain(id)
      expect(page).not.toContain('[object')
      expect(page).not.toContain('undefined')
    }
  })

  it('has no page over 400 kB, and leads back to the index from where there is none', async () => {
    const sizes = [...pages].map(([path, page]) => ({ path, kilobytes: Buffer.byteLength(page) / 1000 }))
    expect(sizes.filter(({ kilobytes }) => kilobytes > 400)).toEqual([])
    expect((await get('/docs/api/no-such-subject')).headers.get('location')).toBe('/docs/api')
  })

  it('is served under a policy that allows nothing inline', async () => {
    for (const path of ['/docs/api', '/docs/api/risks', '/docs/api/shapes']) {
      const response = await get(path)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
      const page = await response.text()
      expect(page).not.toMatch(/<style|<script>| style="| on\w+="/)
      for (const file of pathsIn(page).filter((one) => /\.\w+$/.test(one))) {
        const { status, headers } = await get(file)
        expect([file, status]).toEqual([file, 200])
        expect(headers.get('content-type')).toMatch(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/)
      }
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
