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
const limit = 300_000

/** A chunk with everything that must be there before it runs. */
function withImports(name: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, seen)
  return seen
}

const gzipped = (name: string): number => gzipSync(readFileSync(join(dist, manifest[name]?.file ?? ''))).length
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + gzipped(name), 0)

test('the first load of any page stays under 300 kB of gzipped JavaScript', () => {
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
  expect(heaviest.filter(({ bytes }) => bytes > limit)).toEqual([])
})

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
