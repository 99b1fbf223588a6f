import { pathToFileURL } from 'node:url'
import type { Route } from '@sinew/contract/route.ts'
import type { Plugin } from 'vite'

const declarations = /\/packages\/contract\/src\/.*-contract\.ts$/

/**
 * The browser sends what its forms hold and the server judges it, so a page needs a route's address and who may ask it, never its schemas:
 * they would be 40 kB of every first load. Each contract file is run here, at build time, and the browser gets its routes
 * as plain data. A page that imports a schema does not build, and neither does one that brings in zod by another way.
 */
export const browserContract: Plugin = {
  name: 'browser-contract',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== 'zod') return null
    throw new Error(`${importer} brings zod into the browser; schemas stay in the contract's *-contract.ts files.`)
  },
  async load(id) {
    if (!declarations.test(id)) return null
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href)
    return Object.entries(exported)
      .flatMap(([name, value]) => declared(name, value))
      .join('\n')
  },
}

function declared(name: string, value: unknown): readonly string[] {
  if (typeof value === 'function' || isSchema(value)) return []
  return [`export const ${name} = ${JSON.stringify(plain(value))}`]
}

/** The value without schemas, with every route in it as its address. */
function plain(value: unknown): unknown {
  if (isRoute(value)) return addressOf(value)
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (isSchema(one) ? [] : [[key, plain(one)]])))
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isSchema = (value: unknown): boolean => isObject(value) && '_zod' in value
const isRoute = (value: unknown): value is Route => isObject(value) && 'access' in value && 'path' in value

function addressOf({ id, method, path, access, upload, timeTravel }: Route) {
  return { id, method, path, access, upload, timeTravel }
}
