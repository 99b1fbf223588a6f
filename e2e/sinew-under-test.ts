import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { startSinew } from '@sinew/server/start/start-sinew.ts'
import pg from 'pg'
import pino from 'pino'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'

export type SinewUnderTest = {
  readonly address: string
  /** A browser of its own for each person: nothing is shared between them. */
  readonly openBrowser: (options?: BrowserOptions) => Promise<Page>
  /** A typed client that sends a person's session or a token. */
  readonly clientWith: (headers: Record<string, string>) => Client
}

export type BrowserOptions = { readonly width?: number; readonly height?: number; readonly dark?: boolean }

/** The whole of Sinew as `npm start` runs it, on a database of its own and a free port, with real browsers. */
export async function startSinewUnderTest(): Promise<SinewUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'sinew-e2e-'))
  const name = `sinew_e2e_${randomBytes(6).toString('hex')}`
  await statement(`create database ${name}`)
  const databaseUrl = new URL(inject('postgresUrl'))
  databaseUrl.pathname = `/${name}`
  const sinew = await startSinew(
    {
      databaseUrl: databaseUrl.toString(),
      dataFolder: folder,
      port: 0,
      host: '127.0.0.1',
      publicUrl: null,
      secret: randomBytes(32).toString('hex'),
      logLevel: 'error',
      maxUploadBytes: 20 * 1_048_576,
    },
    { log: pino({ level: process.env.SINEW_TEST_LOG ?? 'error' }) },
  )
  const address = sinew.address.replace('localhost', '127.0.0.1')
  let browser: Browser | null = null
  afterAll(async () => {
    await browser?.close()
    await sinew.stop()
    await statement(`drop database ${name} with (force)`)
    await rm(folder, { recursive: true, force: true })
  })
  return {
    address,
    openBrowser: async ({ width = 1440, height = 900, dark = false } = {}) => {
      browser ??= await launchChromium()
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      return context.newPage()
    },
    clientWith: (headers) => createClient({ baseUrl: address, headers: { origin: address, ...headers } }),
  }
}

function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SINEW_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function statement(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
