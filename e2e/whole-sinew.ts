import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSinew } from '@sinew/server/start/start-sinew.ts'
import { afterFile } from '@sinew/server/test/after-file.ts'
import pg from 'pg'
import pino from 'pino'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'

/** Sinew as `npm start` runs it, job worker included, on a free port and a database of its own. Gives its address. */
export async function startWholeSinew(): Promise<string> {
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
      smtpUrl: null,
      mailFrom: 'Sinew <sinew@localhost>',
    },
    { log: pino({ level: process.env.SINEW_TEST_LOG ?? 'error' }) },
  )
  afterFile(async () => {
    await sinew.stop()
    await statement(`drop database ${name} with (force)`)
    await rm(folder, { recursive: true, force: true })
  })
  return sinew.address.replace('localhost', '127.0.0.1')
}

export const password = 'correct horse battery'

/** The first account of a new installation, through the page. */
export async function setUpOwner(page: Page, name = 'Olga Owner', email = 'olga@example.org'): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByRole('heading', { name: 'Where would you like to begin?' }).waitFor()
}

/** Through the first door, until the example company’s year is told. Gives the address of its Pulse. */
export async function openExample(page: Page): Promise<string> {
  await page.getByRole('button', { name: /Explore the example company/ }).click()
  await page.getByText('Telling a year at Brightwater Software').waitFor()
  await page.waitForURL(/\/o\/brightwater/, { timeout: 180_000 })
  return new URL(page.url()).pathname
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
