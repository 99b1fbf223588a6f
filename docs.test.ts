import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildProgram } from '@sinew/cli/run-program.ts'
import { SETTINGS } from '@sinew/server/config.ts'
import { describe, expect, it } from 'vitest'

/** A page of documentation: its path from the root with forward slashes, and its text. */
type Page = { readonly path: string; readonly text: string }

const root = fileURLToPath(new URL('.', import.meta.url))
const exists = (path: string) => existsSync(posix.join(root, path))
const readJson = (path: string) => JSON.parse(readFileSync(posix.join(root, path), 'utf8')) as { scripts?: object }
const unique = (items: readonly string[]) => [...new Set(items)]

/** Files and, with a slash at the end, folders below a folder, without what is installed or built. */
function entriesBelow(folder: string): readonly string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    return ['node_modules', 'dist'].includes(entry.name) ? [] : [`${path}/`, ...entriesBelow(path)]
  })
}

const paths = [
  'README.md',
  'ARCHITECTURE.md',
  'packages/web/README.md',
  ...entriesBelow('docs').filter((path) => path.endsWith('.md')),
]
const pages: readonly Page[] = paths.map((path) => ({ path, text: readFileSync(posix.join(root, path), 'utf8') }))

/** Everything written as code: spans in backticks and the lines of fenced blocks. */
function codeIn(text: string): readonly string[] {
  const fences = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, body = '']) => body.split('\n'))
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, body = '']) => body)
  return [...fences, ...spans]
}

/** What GitHub makes of a heading for `#…`. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

function brokenLinks({ path, text }: Page): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#')
      const found = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file))
      if (found.startsWith('..') || !exists(found)) return true
      if (anchor === undefined) return false
      const there = file === '' ? text : readFileSync(posix.join(root, found), 'utf8')
      return ![...there.matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor)
    })
    .map((target) => `link ${target}`)
}

/** From where a path may be named: the root, a package as imports name it, and the folder the page is about. */
const startsOf = (page: string) => {
  const packages = readdirSync(posix.join(root, 'packages')).map((name) => `packages/${name}`)
  return unique(['', 'packages', posix.dirname(page), ...packages, ...packages.map((one) => `${one}/src`)])
}

// A path names a file by its ending or a folder by its slash; placeholders and patterns name no one file.
const pathPattern = /^(?:[\w.-]+\/)*(?:[\w.-]+\.(?:ts|tsx|mjs|md|sql|css|typ|html)|[\w.-]+\/)$/
/** In the data folder of an installation, and what the build makes. */
const madeLater = ['postgres/', 'files/', 'dist/']
/** A name without a path may be that of any file or folder. */
const names: ReadonlySet<string> = new Set(
  [...readdirSync(root), ...['packages', 'scripts', 'e2e', 'docs'].flatMap(entriesBelow)].map((path) =>
    path.endsWith('/') ? `${posix.basename(path)}/` : posix.basename(path),
  ),
)

function missingPaths({ path, text }: Page): readonly string[] {
  return codeIn(text)
    .flatMap((code) => code.split(/[\s,()]+/))
    .filter((word) => pathPattern.test(word) && !madeLater.includes(word) && !names.has(word))
    .filter((word) => !startsOf(path).some((start) => exists(posix.join(start, word))))
    .map((word) => `path ${word}`)
}

const scripts: readonly string[] = Object.keys(readJson('package.json').scripts ?? {})
const npmOwn = ['ci', 'install', 'help']

function missingScripts({ text }: Page): readonly string[] {
  const named = [
    ...codeIn(text)
      .join('\n')
      .matchAll(/\bnpm (run )?([a-z][\w:-]*)/g),
  ]
  return named
    .filter(([, run, name = '']) => !scripts.includes(name) && (run !== undefined || !npmOwn.includes(name)))
    .map(([whole]) => whole)
}

const program = buildProgram({ out: () => {}, err: () => {} })

/** `soa export --format pdf`: each word a command until one is none, and each option one of that command. */
function missingInCommand(line: string): string | null {
  const words = line.split(/\s+/)
  let command = program
  for (const word of words) {
    const next: typeof program | undefined = command.commands.find((one) => one.name() === word)
    if (next === undefined) {
      if (command.commands.length > 0 && /^[a-z]/.test(word)) return `sinew ${line}`
      break
    }
    command = next
  }
  const options = command.options.map((option) => option.long)
  const unknown = words.find((word) => /^--[a-z]/.test(word) && word !== '--help' && !options.includes(word))
  return unknown === undefined ? null : `sinew ${line}: ${unknown}`
}

function missingCommands({ text }: Page): readonly string[] {
  return codeIn(text).flatMap((code) => {
    // Words after a wide gap explain the command.
    const line = /^(?:npx )?sinew +(.+)$/.exec(code.trim())?.[1]?.split(/ {3,}/)[0]
    if (line === undefined || line.startsWith('…')) return []
    const missing = missingInCommand(line)
    return missing === null ? [] : [missing]
  })
}

/** Read from the environment by the command line and by the tests, and so not settings of the server. */
const otherVariables = ['SINEW_TOKEN', 'SINEW_PASSWORD', 'SINEW_CHROMIUM']

function missingSettings({ text }: Page): readonly string[] {
  const named = [...text.matchAll(/\b(?:SINEW_[A-Z_]+|DATABASE_URL)\b/g)].map(([name]) => name)
  return unique(named).filter((name) => !Object.hasOwn(SETTINGS, name) && !otherVariables.includes(name))
}

/** A test that is cited: its file in code, its name in quotes. */
function missingTests({ text }: Page): readonly string[] {
  return [...text.matchAll(/`(\S+\.test\.ts)` “([^”]+)”/g)].flatMap(([, file = '', name = '']) =>
    exists(file) && readFileSync(posix.join(root, file), 'utf8').includes(`'${name}'`) ? [] : [`${file}: ${name}`],
  )
}

const checks: Readonly<Record<string, (page: Page) => readonly string[]>> = {
  link: brokenLinks,
  path: missingPaths,
  script: missingScripts,
  command: missingCommands,
  setting: missingSettings,
  test: missingTests,
}
// A decision may name what is no more.
const checksFor = (path: string) => (path.startsWith('docs/decisions/') ? [brokenLinks] : Object.values(checks))

describe('what the documentation names exists', () => {
  it.each(pages)('$path', (page) => {
    expect(checksFor(page.path).flatMap((check) => check(page))).toEqual([])
  })

  it('is more than a handful of pages, and finds code in them', () => {
    expect(pages.length).toBeGreaterThan(15)
    expect(pages.flatMap(({ text }) => codeIn(text)).length).toBeGreaterThan(200)
  })

  it('leads to every page of docs from its index', () => {
    const index = readFileSync(posix.join(root, 'docs/README.md'), 'utf8')
    const own = readdirSync(posix.join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'README.md')
    expect(own.filter((name) => !index.includes(`](${name})`))).toEqual([])
  })

  it('shows pictures that are small, and each of them somewhere', () => {
    const text = pages.map((page) => page.text).join('\n')
    for (const name of readdirSync(posix.join(root, 'docs/images'))) {
      expect(text).toContain(`images/${name})`)
      expect(readFileSync(posix.join(root, 'docs/images', name)).length).toBeLessThan(250_000)
    }
  })
})

const planted: readonly (readonly [keyof typeof checks, string])[] = [
  ['link', 'See [there](docs/nowhere.md).'],
  ['link', 'See [outside](../elsewhere.md).'],
  ['link', 'See [below](#no-such-heading).'],
  ['link', '![picture](docs/images/none.png)'],
  ['path', 'It is in `packages/core/src/risk/no-such-file.ts`.'],
  ['path', 'It is in `server/src/nowhere/`.'],
  ['path', 'It is in `no-such-file.ts`.'],
  ['path', '```\npackages/nowhere/   things\n```'],
  ['script', 'Run `npm run conjure`.'],
  ['script', '```\nnpm conjure\n```'],
  ['command', 'Run `npx sinew conjure`.'],
  ['command', '```\nnpx sinew soa conjure --version 2\n```'],
  ['command', '```\nnpx sinew soa export --conjure    what it does\n```'],
  ['setting', 'Set SINEW_CONJURE first.'],
  ['test', '`packages/server/src/soa/soa-lines.test.ts` “is conjured”'],
]

describe('a wrong name is noticed', () => {
  it.each(planted)('%s: %s', (check, text) => {
    expect(checks[check]?.({ path: 'README.md', text })).toHaveLength(1)
  })

  it('and a right one is not', () => {
    const text = [
      '# Some heading',
      '[here](#some-heading) [docs](docs/README.md) [web](https://example.org/x.md)',
      '`packages/core/src/refusal.ts` `core/src/chain/` `npm start` `npm run check` `SINEW_PORT` `docs/decisions/NNN-x`',
      '```\nnpx sinew soa export --version 2 --out soa.pdf    to take away\nsinew …\n```',
    ].join('\n')
    expect(Object.values(checks).flatMap((check) => check({ path: 'README.md', text }))).toEqual([])
  })
})
