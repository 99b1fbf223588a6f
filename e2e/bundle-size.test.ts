import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
const pageLimit = 288_000
const entryLimit = 224_000

/** A chunk with everything that must be there before it runs. */
function withImports(name: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, seen)
  return seen
}

const gzipped = (name: string): number => gzipSync(readFileSync(join(dist, manifest[name]?.file ?? ''))).length
const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + gzipped(name), 0)

/** What its route reads before it shows: loaded beside the screen, not by it. */
const queriesOf = (screen: string): readonly string[] =>
  Object.keys(manifest).filter((name) => name.endsWith('-queries.ts') && dirname(name) === dirname(screen))

test('whichever page is opened first, it loads under 288 kB of gzipped JavaScript, 224 of them the frame', () => {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
  expect(entries).toHaveLength(1)
  const screens = Object.keys(manifest).filter((name) => name.endsWith('Screen.tsx'))
  expect(screens.length).toBeGreaterThan(30)
  const loads = screens.map((name) => {
    const needed = [...entries, name, ...queriesOf(name)].flatMap((one) => [...withImports(one)])
    return { name, bytes: sum(new Set(needed)) }
  })
  const heaviest = loads.toSorted((a, b) => b.bytes - a.bytes)
  const entry = sum(new Set(entries.flatMap((name) => [...withImports(name)])))
  process.stdout.write(
    `Entry ${kilobytes(entry)}; heaviest page ${heaviest[0]?.name} ${kilobytes(heaviest[0]?.bytes ?? 0)}\n`,
  )
  expect(heaviest.filter(({ bytes }) => bytes > pageLimit)).toEqual([])
  expect(entry).toBeLessThan(entryLimit)
})

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
