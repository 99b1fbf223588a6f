import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly isEntry?: boolean
}

const dist = fileURLToPath(new URL('../packages/web/dist/', import.meta.url))
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
/** What a person waits for who opens the address: the way in, or their Pulse. */
const isFirst = (name: string): boolean => name.startsWith('src/account/') || name === 'src/pulse/PulseScreen.tsx'
const firstLimit = 300_000
/** A page opened by a link from outside, with nothing loaded yet. Most of it is shared by all pages and then cached. */
const anyLimit = 400_000

/** A chunk with everything that must be there before it runs. */
function withImports(name: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, seen)
  return seen
}

const gzipped = (name: string): number => gzipSync(readFileSync(join(dist, manifest[name]?.file ?? ''))).length
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + gzipped(name), 0)

test('the first load stays under 300 kB of gzipped JavaScript, and any page opened cold under 400 kB', () => {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
  expect(entries).toHaveLength(1)
  const base = entries.flatMap((name) => [...withImports(name)])
  // The gallery shows every component at once and is in no menu; no person's first page is it.
  const screens = Object.keys(manifest).filter((name) => name.endsWith('Screen.tsx') && !name.includes('/gallery/'))
  expect(screens.length).toBeGreaterThan(3)
  const loads = screens.map((name) => ({ name, bytes: sum(new Set([...base, ...withImports(name)])) }))
  const heaviest = loads.toSorted((a, b) => b.bytes - a.bytes)
  process.stdout.write(
    `Entry ${kilobytes(sum(new Set(base)))}; heaviest first load ${heaviest[0]?.name} ${kilobytes(heaviest[0]?.bytes ?? 0)}\n`,
  )
  expect(heaviest.filter(({ name, bytes }) => bytes > (isFirst(name) ? firstLimit : anyLimit))).toEqual([])
  expect(heaviest.filter(({ name }) => isFirst(name)).length).toBeGreaterThan(4)
})

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
