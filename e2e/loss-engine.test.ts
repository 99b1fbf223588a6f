import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { engineFingerprint } from '@sinew/core/loss/engine-fingerprint.ts'
import { afterFile } from '@sinew/server/test/after-file.ts'
import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

const core = fileURLToPath(new URL('../packages/core/src/', import.meta.url))

/** Serves core as it is, with its types stripped: what the browser then runs is the source that Node runs. */
async function serveCore(): Promise<string> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (!/^\/[a-z/-]+\.ts$/.test(path)) {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>core</title>')
      return
    }
    const source = await readFile(`${core}${path.slice(1)}`, 'utf8')
    response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(source))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterFile(() => new Promise((resolve) => server.close(resolve)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('the loss engine gives the same bits in Node and in Chromium', async () => {
  const url = await serveCore()
  const open = await openBrowser(url)
  const { page, complaints } = await open()
  await page.goto(url)
  const inBrowser = await page.evaluate(`import('/loss/engine-fingerprint.ts').then((it) => it.engineFingerprint())`)
  expect(inBrowser).toBe(engineFingerprint())
  expect(inBrowser).toMatch(/^[0-9a-f]{16}$/)
  expect(complaints.filter((it) => !it.includes('favicon'))).toEqual([])
})
