import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG_FILE, LOG_LEVELS, loadConfig, publicAddress, SETTINGS } from './config.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sinew-config-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function problems(env: Record<string, string>): readonly string[] {
  const loaded = loadConfig(env, cwd)
  return loaded.ok ? [] : loaded.problems
}

describe('settings', () => {
  it('has a default for everything', () => {
    const loaded = loadConfig({ PATH: '/usr/bin', HOME: '/home/x' }, cwd)
    expect(loaded).toEqual({
      ok: true,
      config: {
        databaseUrl: null,
        dataFolder: join(cwd, 'data'),
        port: 8080,
        host: '127.0.0.1',
        publicUrl: null,
        secret: null,
        logLevel: 'warn',
        maxUploadBytes: 104_857_600,
        smtpUrl: null,
        mailFrom: 'Sinew <sinew@localhost>',
      },
    })
  })

  it('takes the file, and the environment over the file', () => {
    writeFileSync(join(cwd, CONFIG_FILE), JSON.stringify({ SINEW_PORT: 9000, SINEW_HOST: '0.0.0.0', SINEW_DATA: 'd' }))
    const loaded = loadConfig({ SINEW_HOST: '::1', SINEW_URL: 'https://isms.example.com/' }, cwd)
    expect(loaded.ok && loaded.config).toMatchObject({
      port: 9000,
      host: '::1',
      dataFolder: join(cwd, 'd'),
      publicUrl: 'https://isms.example.com',
    })
  })

  it('shows the address with the port that was opened', () => {
    const loaded = loadConfig({}, cwd)
    expect(loaded.ok && publicAddress(loaded.config, 9123)).toBe('http://localhost:9123')
  })

  it.each([
    ['SINEW_PORT', 'eighty', /^SINEW_PORT is "eighty"; expected a port number/],
    ['SINEW_PORT', '70000', /^SINEW_PORT is "70000"; expected a port number/],
    ['SINEW_PORT', '80.5', /^SINEW_PORT is "80.5"; expected a port number/],
    ['SINEW_HOST', 'not a host', /^SINEW_HOST is "not a host"; expected a host name/],
    ['SINEW_URL', 'isms.example.com', /^SINEW_URL is "isms.example.com"; expected an address such as https:/],
    ['SINEW_LOG', 'loud', /^SINEW_LOG is "loud"; expected one of silent, /],
    ['SINEW_SMTP_URL', 'mail.example.com', /^SINEW_SMTP_URL is not usable/],
    ['SINEW_MAIL_FROM', 'nobody', /^SINEW_MAIL_FROM is "nobody"; expected an address/],
    ['SINEW_MAX_UPLOAD_MB', '0', /^SINEW_MAX_UPLOAD_MB is "0"; expected a whole number of megabytes/],
    ['SINEW_PROT', '80', /^SINEW_PROT is not a setting of Sinew; expected one of DATABASE_URL, /],
  ])('refuses %s=%s in one line', (name, value, line) => {
    const found = problems({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(line)
    expect(found[0]).not.toContain('\n')
  })

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/x'],
    ['SINEW_SECRET', 'hunter2'],
  ])('never repeats the value of %s', (name, value) => {
    const [line] = problems({ [name]: value })
    expect(line).toContain(name)
    expect(line).not.toContain('hunter2')
  })

  it('names the file for what is wrong in it', () => {
    writeFileSync(join(cwd, CONFIG_FILE), '{ "SINEW_PORT": -1, "port": 80 }')
    expect(problems({})).toEqual([
      expect.stringMatching(/^port in sinew\.config\.json is not a setting/),
      expect.stringMatching(/^SINEW_PORT in sinew\.config\.json is -1; expected/),
    ])
    writeFileSync(join(cwd, CONFIG_FILE), '{ "SINEW_PORT": ')
    expect(problems({})).toEqual([expect.stringMatching(/^sinew\.config\.json cannot be read as JSON/)])
    writeFileSync(join(cwd, CONFIG_FILE), '[]')
    expect(problems({})).toEqual([expect.stringMatching(/^sinew\.config\.json is not an object/)])
  })

  it('are all in the documentation, and no others', () => {
    const documentation = readFileSync(new URL('../../../docs/running-sinew.md', import.meta.url), 'utf8')
    const table = [...documentation.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(table).toEqual(Object.keys(SETTINGS))
    const named = new Set(documentation.match(/\bSINEW_[A-Z_]+|\bDATABASE_URL\b/g))
    expect([...named].filter((name) => !table.includes(name))).toEqual([])
    for (const level of LOG_LEVELS) expect(documentation).toContain(`\`${level}\``)
  })

  it('leaves variables of other commands alone', () => {
    expect(problems({ SINEW_TOKEN: 'x', SINEW_CHROMIUM: '/usr/bin/chromium' })).toEqual([])
  })
})
