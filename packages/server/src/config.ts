import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Where settings may be written down, beside the folder `npm start` runs in. */
export const CONFIG_FILE = 'sinew.config.json'

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

export type Config = {
  /** A PostgreSQL 15 or newer; null starts the embedded one in the data folder. */
  readonly databaseUrl: string | null
  /** Absolute path. */
  readonly dataFolder: string
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Where people reach this installation, without a slash at the end; null when it follows from the port. */
  readonly publicUrl: string | null
  /** Signs sessions; null means: the one kept in the data folder. */
  readonly secret: string | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly maxUploadBytes: number
  /** The mail server; null keeps mail in the outbox. */
  readonly smtpUrl: string | null
  /** Whom mail comes from. */
  readonly mailFrom: string
}

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

const text = z.string()
const wholeNumber = (from: number, to: number) =>
  z.union([z.number(), text.regex(/^\d+$/).transform(Number)]).pipe(z.number().int().min(from).max(to))

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  const url = URL.parse(value)
  return url !== null && protocols.includes(url.protocol)
}

type Setting = { readonly schema: z.ZodType; readonly expected: string; readonly secret?: true }

/** Every setting, by the one name it has in the environment and in the file. */
export const SETTINGS = {
  DATABASE_URL: {
    schema: text.refine((value) => hasProtocol(value, ['postgres:', 'postgresql:'])),
    expected: 'an address such as postgres://user:password@host:5432/database',
    secret: true,
  },
  SINEW_DATA: { schema: text.refine((value) => !value.includes('\0')), expected: 'the path of a folder' },
  SINEW_PORT: { schema: wholeNumber(0, 65_535), expected: 'a port number from 0 (any free port) to 65535' },
  SINEW_HOST: { schema: text.regex(/^[\w.:-]+$/), expected: 'a host name or IP address to listen on' },
  SINEW_URL: {
    schema: text
      .refine((value) => hasProtocol(value, ['http:', 'https:']) && !/[?#]/.test(value))
      .transform((value) => value.replace(/\/+$/, '')),
    expected: 'an address such as https://isms.example.com',
  },
  SINEW_SECRET: { schema: text.min(32), expected: 'at least 32 random characters', secret: true },
  SINEW_LOG: { schema: z.enum(LOG_LEVELS), expected: `one of ${LOG_LEVELS.join(', ')}` },
  SINEW_SMTP_URL: {
    schema: text.refine((value) => hasProtocol(value, ['smtp:', 'smtps:'])),
    expected: 'an address such as smtps://user:password@mail.example.com:465',
    secret: true,
  },
  SINEW_MAIL_FROM: {
    schema: text.regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/),
    expected: 'an address such as "Sinew <sinew@example.com>"',
  },
  SINEW_MAX_UPLOAD_MB: { schema: wholeNumber(1, 10_000), expected: 'a whole number of megabytes from 1 to 10000' },
} as const satisfies Record<string, Setting>

type SettingName = keyof typeof SETTINGS

/** Read by other commands from the environment, so not unknown there. */
const OTHER_VARIABLES: readonly string[] = ['SINEW_TOKEN', 'SINEW_EMAIL', 'SINEW_PASSWORD', 'SINEW_CHROMIUM']

/**
 * Reads the settings. The environment wins over `sinew.config.json` in `cwd`; an empty variable counts as absent.
 * Each problem is one line that names the setting, its value (unless secret) and what is expected.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): LoadedConfig {
  const file = readConfigFile(cwd)
  const problems = [...file.problems]
  const raw = new Map<SettingName, { readonly value: unknown; readonly from: string }>()
  for (const [name, value] of Object.entries(file.values)) {
    if (isSetting(name)) raw.set(name, { value, from: ` in ${CONFIG_FILE}` })
    else problems.push(unknownSetting(name, ` in ${CONFIG_FILE}`))
  }
  for (const [name, value] of Object.entries(env)) {
    if (isSetting(name)) {
      if (value) raw.set(name, { value, from: '' })
    } else if (name.startsWith('SINEW_') && !OTHER_VARIABLES.includes(name)) problems.push(unknownSetting(name, ''))
  }
  const parsed: Partial<Record<SettingName, unknown>> = {}
  for (const [name, { value, from }] of raw) {
    const result = SETTINGS[name].schema.safeParse(value)
    if (result.success) parsed[name] = result.data
    else problems.push(`${name}${from} is ${shown(name, value)}; expected ${SETTINGS[name].expected}`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: toConfig(parsed, cwd) }
}

/** The address to show and to put in links, once the port is known. */
export function publicAddress(config: Config, port: number): string {
  return config.publicUrl ?? `http://localhost:${port}`
}

function toConfig(parsed: Partial<Record<SettingName, unknown>>, cwd: string): Config {
  // Each value has passed its own schema above, so these casts only restate the schema's output type.
  return {
    databaseUrl: (parsed.DATABASE_URL as string | undefined) ?? null,
    dataFolder: resolve(cwd, (parsed.SINEW_DATA as string | undefined) ?? 'data'),
    port: (parsed.SINEW_PORT as number | undefined) ?? 8080,
    host: (parsed.SINEW_HOST as string | undefined) ?? '127.0.0.1',
    publicUrl: (parsed.SINEW_URL as string | undefined) ?? null,
    secret: (parsed.SINEW_SECRET as string | undefined) ?? null,
    logLevel: (parsed.SINEW_LOG as Config['logLevel'] | undefined) ?? 'warn',
    smtpUrl: (parsed.SINEW_SMTP_URL as string | undefined) ?? null,
    mailFrom: (parsed.SINEW_MAIL_FROM as string | undefined) ?? 'Sinew <sinew@localhost>',
    maxUploadBytes: ((parsed.SINEW_MAX_UPLOAD_MB as number | undefined) ?? 100) * 1024 * 1024,
  }
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name)
}

function unknownSetting(name: string, from: string): string {
  return `${name}${from} is not a setting of Sinew; expected one of ${Object.keys(SETTINGS).join(', ')}`
}

function shown(name: SettingName, value: unknown): string {
  if ('secret' in SETTINGS[name]) return 'not usable (value hidden)'
  const written = JSON.stringify(value) ?? String(value)
  return written.length > 80 ? `${written.slice(0, 77)}…` : written
}

function readConfigFile(cwd: string): { values: Readonly<Record<string, unknown>>; problems: readonly string[] } {
  const path = join(cwd, CONFIG_FILE)
  if (!existsSync(path)) return { values: {}, problems: [] }
  try {
    const values: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const result = z.record(z.string(), z.unknown()).safeParse(values)
    if (result.success) return { values: result.data, problems: [] }
    return { values: {}, problems: [`${CONFIG_FILE} is not an object; expected { "SINEW_PORT": 8080, … }`] }
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error)
    return { values: {}, problems: [`${CONFIG_FILE} cannot be read as JSON: ${reason}`] }
  }
}
