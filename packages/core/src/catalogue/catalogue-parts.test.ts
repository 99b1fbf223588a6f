import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Data files that importing a module pulls in, type-only imports aside. */
function dataFilesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  const imported = [...source.matchAll(/^import (?!type )[^'"]*?'(\.\.?\/[^']+)'/gms)].map((match) => match[1] ?? '')
  return imported.flatMap((path) => (path.endsWith('.json') ? [path.replace('./data/', '')] : dataFilesOf(path, seen)))
}

// The browser loads each part when a page needs it.
test.each([
  ['annex-a.ts', ['annex-a-2022.json']],
  ['evidence-kind.ts', []],
  ['clauses.ts', ['clauses-2022.json']],
  ['documents.ts', ['documents.json']],
  ['threats.ts', ['threats.json']],
  ['rank-threats.ts', ['threats.json', 'vcdb-relevance.json']],
  ['attack-techniques.ts', ['attack-techniques.json']],
  ['crosswalks.ts', ['crosswalks.json']],
  ['prowler-map.ts', ['prowler-iso27001-map.json']],
  ['sector-loss.ts', ['sector-loss.json']],
  ['sectors.ts', []],
  ['currencies.ts', []],
  ['threat-estimate.ts', ['annex-a-2022.json', 'sector-loss.json', 'threats.json', 'vcdb-relevance.json']],
])('%s pulls in no more than its own data', (file, expected) => {
  expect([...dataFilesOf(`./${file}`)].sort()).toEqual(expected)
})
