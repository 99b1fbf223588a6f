import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** A file of the project: its path from the root with forward slashes, and its text. */
type File = { readonly path: string; readonly text: string }

/**
 * A rule of the house. `check` returns what is wrong with one file. `caught` must be refused and `fine` must pass, so
 * that a rule which stopped working is noticed.
 */
type Rule = {
  readonly name: string
  readonly appliesTo: (path: string) => boolean
  readonly check: (file: File) => readonly string[]
  readonly caught: readonly File[]
  readonly fine: readonly File[]
}

const root = fileURLToPath(new URL('.', import.meta.url))
const IGNORED = ['node_modules', 'dist', 'data', 'coverage', 'screenshots', '.git']
const TEXT = /\.(ts|tsx|mjs|json|md|sql|css|html|sh|yml|yaml)$|^\.ci\/run$/

function filesBelow(folder: string): readonly File[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    // A folder of shipped data is named data too; only the one at the root is somebody's own.
    const ignored = entry.name === 'data' ? folder === '' : IGNORED.includes(entry.name)
    if (ignored) return []
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() && TEXT.test(path) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /^(e2e|packages\/[a-z]+\/src\/test)\//.test(path)
const isSource = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`) && isSource(path)
const isProductIn = (folder: string) => (path: string) => isIn(folder)(path) && !isTest(path)
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length

/** Everything a source file imports, with relative paths resolved from the root. */
function importsOf({ path, text }: File): readonly string[] {
  const specifiers = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)
  return [...specifiers].map(([, specifier = '']) =>
    specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : specifier,
  )
}

/** A rule about imports: `allowed` says yes to each. */
function importRule(
  name: string,
  appliesTo: Rule['appliesTo'],
  allowed: (imported: string, path: string) => boolean,
  examples: { caught: readonly [string, string][]; fine: readonly [string, string][] },
): Rule {
  const example = ([path, specifier]: readonly [string, string]) => ({
    path,
    text: `import { x } from '${specifier}'\n`,
  })
  return {
    name,
    appliesTo,
    check: (file) =>
      importsOf(file)
        .filter((imported) => !allowed(imported, file.path))
        .map((it) => `imports ${it}`),
    caught: examples.caught.map(example),
    fine: examples.fine.map(example),
  }
}

/** A rule about text: no match of the pattern. */
function textRule(
  name: string,
  appliesTo: Rule['appliesTo'],
  pattern: RegExp,
  examples: { caught: readonly [string, string][]; fine: readonly [string, string][] },
): Rule {
  const example = ([path, text]: readonly [string, string]) => ({ path, text })
  return {
    name,
    appliesTo,
    check: ({ text }) =>
      [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((m) => `line ${lineOf(text, m.index)}: ${m[0]}`),
    caught: examples.caught.map(example),
    fine: examples.fine.map(example),
  }
}

const packageOf = (path: string) => /^packages\/([a-z]+)\//.exec(path)?.[1]
const staysIn = (imported: string, folder: string) => imported.startsWith(`${folder}/`)
const isPackage = (imported: string, ...names: readonly string[]) =>
  names.some((name) => imported === name || imported.startsWith(`${name}/`))

/** What server features share. Everything else of another feature goes through a rule in core or through the database. */
const SERVER_SHARED = ['db', 'ledger', 'http', 'file', 'export', 'reports', 'chain', 'register']
/** Puts features together, so it may see all of them; so may the files directly under src. */
const SERVER_COMPOSITION = ['start', 'test', 'jobs', 'bench']
/** Features that are one subject in two folders: who, beside the shared folders, may import whom. */
const SERVER_NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  // An invitation is accepted by signing in or up, and whoever is signed in makes an organisation.
  account: ['member'],
  member: ['account'],
  organization: ['account', 'methodology'],
  // A risk is judged by the methodology in force, and its page shows what treats it and who accepted it.
  risk: ['methodology', 'treatment', 'acceptance'],
  treatment: ['risk'],
  acceptance: ['risk'],
  // A control's page prices what it is worth in each risk, by the methodology in force.
  control: ['chain'],
  // Something happens on a risk; whoever decides on the update that follows estimates it anew.
  occurrence: ['risk'],
  'back-test': ['occurrence', 'risk'],
  // Who had to read a version is asked to read the next one.
  document: ['acknowledgement'],
  // The first screen shows what moved last, and which estimates turned out too low.
  pulse: ['movement', 'back-test'],
  // What is due also follows from rules over whole plans and records: estimates too low, the plan to the certificate.
  work: ['back-test', 'certification'],
  // A high need that no risk is about follows from all assets and what rests on what.
  readiness: ['asset'],
  // What an internal audit finds wrong is opened as a nonconformity, by its rules.
  audit: ['nonconformity'],
  // What shows that a supplier can be trusted becomes evidence; it answers by a link, without an account.
  supplier: ['account', 'evidence'],
  // So is what the certification body finds wrong.
  certification: ['nonconformity'],
  // A room of evidence holds the statement in force.
  'evidence-room': ['soa'],
  // A plan made from a what-if is made of actions.
  'what-if': ['treatment'],
  // A new version of the scope, the method or the statement names the planned change behind it.
  context: ['change'],
  methodology: ['change'],
  soa: ['change'],
  // Expected loss is measured against the appetite in force.
  objective: ['methodology'],
  // An example is founded like any organisation; its consequences are worked out at the days of its story.
  example: ['account', 'organization'],
}

/** Read on both sides alike, so that what is shown is what is printed and hashed (decision 147). */
const MARKDOWN = ['mdast-util-from-markdown', 'mdast-util-gfm-table', 'micromark-extension-gfm-table']

const serverFeature = (path: string) => /^packages\/server\/src\/([^/]+)\/./.exec(path)?.[1]

const rules: readonly Rule[] = [
  importRule(
    'core depends on nothing',
    isProductIn('packages/core/src'),
    (imported) => staysIn(imported, 'packages/core/src'),
    {
      caught: [
        ['packages/core/src/risk/price-risk.ts', 'node:fs'],
        ['packages/core/src/risk/price-risk.ts', 'zod'],
        ['packages/core/src/risk/price-risk.ts', '../../../contract/src/risk/risk-contract.ts'],
      ],
      fine: [['packages/core/src/risk/price-risk.ts', '../loss/lognormal.ts']],
    },
  ),
  importRule(
    'contract depends on core and zod',
    isProductIn('packages/contract/src'),
    (it) =>
      staysIn(it, 'packages/contract/src') || isPackage(it, '@sinew/core', 'zod', '@hono/zod-openapi', ...MARKDOWN),
    {
      caught: [
        ['packages/contract/src/risk/risk-contract.ts', 'hono'],
        ['packages/contract/src/risk/risk-contract.ts', '@sinew/server/context.ts'],
      ],
      fine: [['packages/contract/src/risk/risk-contract.ts', '@sinew/core/risk/price-risk.ts']],
    },
  ),
  importRule(
    'web knows core and contract, never the server or Node',
    isProductIn('packages/web/src'),
    (it) => !isPackage(it, '@sinew/server', '@sinew/cli') && !it.startsWith('node:'),
    {
      caught: [
        ['packages/web/src/risk/RiskPage.tsx', '@sinew/server/risk/risk-store.ts'],
        ['packages/web/src/risk/RiskPage.tsx', 'node:path'],
      ],
      fine: [['packages/web/src/risk/RiskPage.tsx', '@sinew/contract/risk/risk-contract.ts']],
    },
  ),
  importRule(
    'the command line sees the server only to start and to examine it',
    isProductIn('packages/cli/src'),
    (it, path) =>
      !isPackage(it, '@sinew/web') &&
      (!isPackage(it, '@sinew/server') || /^packages\/cli\/src\/(start|doctor)\//.test(path)),
    {
      caught: [['packages/cli/src/risk/risk-command.ts', '@sinew/server/risk/risk-store.ts']],
      fine: [['packages/cli/src/start/start-command.ts', '@sinew/server/start/start-sinew.ts']],
    },
  ),
  importRule(
    'the server knows neither web nor command line',
    isIn('packages/server/src'),
    (it) => !isPackage(it, '@sinew/web', '@sinew/cli'),
    {
      caught: [['packages/server/src/app.ts', '@sinew/web/paths.ts']],
      fine: [['packages/server/src/app.ts', '@sinew/contract/route.ts']],
    },
  ),
  importRule(
    'server features meet only in db, ledger, http and the files directly under src',
    (path) => isProductIn('packages/server/src')(path) && !SERVER_COMPOSITION.includes(serverFeature(path) ?? 'start'),
    (imported, path) => {
      const other = serverFeature(imported)
      const own = serverFeature(path) ?? ''
      return other === undefined || [own, ...SERVER_SHARED, ...(SERVER_NEIGHBOURS[own] ?? [])].includes(other)
    },
    {
      caught: [
        ['packages/server/src/soa/soa-store.ts', '../risk/risk-store.ts'],
        ['packages/server/src/db/pool.ts', '../start/embedded-postgres.ts'],
      ],
      fine: [
        ['packages/server/src/soa/soa-store.ts', '../ledger/recorded.ts'],
        ['packages/server/src/soa/soa-store.ts', '../context.ts'],
        ['packages/server/src/soa/soa-store.ts', './soa-lines.ts'],
      ],
    },
  ),
  importRule(
    'a package is reached by its name, never by a path',
    (path) => packageOf(path) !== undefined && isSource(path) && !path.includes('/bin/'),
    (imported, path) => packageOf(imported) === undefined || packageOf(imported) === packageOf(path),
    {
      caught: [['packages/cli/src/main.ts', '../../server/src/config.ts']],
      fine: [['packages/cli/src/main.ts', './start/start-command.ts']],
    },
  ),
  importRule(
    'the start scripts need no package',
    (path) => /^scripts\/[^/]+\.mjs$/.test(path),
    (it) => it.startsWith('node:') || staysIn(it, 'scripts'),
    {
      caught: [['scripts/start.mjs', 'commander']],
      fine: [
        ['scripts/start.mjs', 'node:fs'],
        ['scripts/start.mjs', './find-node.mjs'],
      ],
    },
  ),
  {
    name: 'files have telling names',
    appliesTo: isSource,
    check: ({ path }) => {
      const name = basename(path).replace(/(\.(test|property|gen|config|d))*\.(ts|tsx|mjs)$/, '')
      const last = name.split('-').at(-1) ?? ''
      if (name === 'index') return ['index files hide what is in them']
      // `services.ts` lists what the process holds open; a `risk-service` would be a bag of functions.
      if (path === 'packages/server/src/services.ts') return []
      if (/^(utils?|helpers?|commons?|managers?|services?)$/.test(last) || name === 'types')
        return [`${name} says nothing`]
      if (path.endsWith('.tsx') && name !== 'main')
        return /^[A-Z][A-Za-z0-9]*$/.test(name) ? [] : ['a component is named in PascalCase']
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : ['names are in kebab-case']
    },
    caught: ['index.ts', 'risk-utils.ts', 'types.ts', 'riskStore.ts', 'riskPage.tsx', 'risk-service.test.ts'].map(
      (it) => ({
        path: `packages/server/src/risk/${it}`,
        text: '',
      }),
    ),
    fine: ['risk-store.ts', 'RiskPage.tsx', 'risk-store.test.ts', 'vite.config.ts', 'main.tsx'].map((it) => ({
      path: `packages/web/src/risk/${it}`,
      text: '',
    })),
  },
  {
    name: 'folders have telling names, three deep',
    appliesTo: (path) => isSource(path) && /^packages\/[a-z]+\/src\//.test(path),
    check: ({ path }) => {
      const folders = path.split('/').slice(3, -1)
      const vague = folders.filter((it) =>
        /^(utils?|helpers?|common|shared|lib|misc|managers?|services?|types)$/.test(it),
      )
      return [
        ...vague.map((it) => `${it} says nothing`),
        ...(folders.length > 3 ? ['more than three folders deep'] : []),
      ]
    },
    caught: [
      { path: 'packages/server/src/risk/helpers/x.ts', text: '' },
      { path: 'packages/server/src/a/b/c/d/x.ts', text: '' },
    ],
    fine: [{ path: 'packages/server/src/db/migrations/read-all.ts', text: '' }],
  },
  {
    name: 'no source file is longer than 300 lines',
    appliesTo: (path) => isSource(path) && !isTest(path) && !/\/data\/|\/example\/story-|\.gen\.ts$/.test(path),
    check: ({ text }) => {
      if (/^\/\/ Written from .*; do not edit\./.test(text)) return []
      const lines = text.trimEnd().split('\n').length
      return lines > 300 ? [`${lines} lines`] : []
    },
    caught: [{ path: 'packages/server/src/app.ts', text: 'x\n'.repeat(301) }],
    fine: [{ path: 'packages/server/src/app.ts', text: 'x\n'.repeat(300) }],
  },
  textRule(
    'core has no clock and no dice',
    isProductIn('packages/core/src'),
    /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bcrypto\b\.|\bprocess\.|\bfetch\(/,
    {
      caught: [
        ['packages/core/src/risk/age.ts', 'const age = Date.now() - 1'],
        ['packages/core/src/risk/age.ts', 'const today = new Date()'],
        ['packages/core/src/risk/age.ts', 'const luck = Math.random()'],
      ],
      fine: [['packages/core/src/risk/age.ts', 'const day = new Date(at)']],
    },
  ),
  textRule(
    'nothing is exported by default, except where a tool asks for it',
    (path) => isProductIn('packages')(path) && !/\.config\.ts$/.test(path),
    /^export default\b/m,
    {
      caught: [['packages/core/src/x.ts', '\nexport default function x() {}']],
      fine: [['packages/core/src/x.ts', 'export function x() {}']],
    },
  ),
  textRule(
    'the type checker and the linter are never told to look away',
    (path) => isSource(path) && path !== 'architecture.test.ts',
    /@ts-(ignore|nocheck|expect-error)|biome-ignore[^\n]*(noExplicitAny|noNonNullAssertion)|biome-ignore-all|\bas any\b(?! [a-z])|:\s*any\b(?=[\s,;)=\]>])|<any\b/,
    {
      caught: [
        ['packages/core/src/x.ts', '// @ts-ignore'],
        ['packages/core/src/x.ts', 'const x = y as any'],
        ['packages/core/src/x.ts', 'function x(y: any) {}'],
        ['packages/core/src/x.ts', 'const x: Array<any> = []'],
        ['packages/core/src/x.ts', '// biome-ignore lint/style/noNonNullAssertion: sure'],
      ],
      fine: [['packages/core/src/x.ts', "// in any case: anything goes\nconst any = 'any'"]],
    },
  ),
  textRule(
    'the project speaks of itself alone: no place of one machine, nothing left to do',
    (path) => path !== 'architecture.test.ts' && path !== 'package-lock.json',
    /\/work\/(main|wt|shared|plan)\b|\/home\/[a-z]+\/|\/Users\/[A-Za-z]+\/|\b(TODO|FIXME)\b|\bissues? #\d|\bClaude\b|\bAnthropic\b|\bChatGPT\b/,
    {
      caught: [
        ['README.md', `see ${['', 'work', 'shared', 'design.md'].join('/')}`],
        ['docs/x.md', 'clone to /home/ann/sinew'],
        ['packages/core/src/x.ts', '// TODO later'],
        ['packages/core/src/x.ts', '// fixes issue #12'],
      ],
      fine: [['README.md', 'It works at home, and the session ends.']],
    },
  ),
]

const files = filesBelow('')

describe('the house', () => {
  it('is seen whole', () => {
    const seen = (folder: string) => files.filter(({ path }) => path.startsWith(folder) && isSource(path)).length
    expect(seen('')).toBeGreaterThan(25)
    expect(seen('packages/server/src/')).toBeGreaterThan(10)
    expect(seen('scripts/')).toBeGreaterThan(5)
    expect(files.map(({ path }) => path)).toContain('packages/core/src/refusal.ts')
  })

  it('has no neighbours that do not visit each other', () => {
    const visits = new Set(
      files.flatMap((file) =>
        importsOf(file).map((imported) => `${serverFeature(file.path)} ${serverFeature(imported)}`),
      ),
    )
    const listed = Object.entries(SERVER_NEIGHBOURS).flatMap(([own, others]) =>
      others.map((other) => `${own} ${other}`),
    )
    expect(listed.filter((visit) => !visits.has(visit))).toEqual([])
  })

  it('has the linter refuse any and non-null assertions', () => {
    const { linter } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    expect(linter.enabled).toBe(true)
    expect(linter.rules.suspicious.noExplicitAny).toBe('error')
    expect(linter.rules.style.noNonNullAssertion).toBe('error')
  })

  for (const rule of rules) {
    describe(rule.name, () => {
      it.each(rule.caught)('would catch %# in $path', (file) => {
        expect(rule.appliesTo(file.path)).toBe(true)
        expect(rule.check(file)).not.toEqual([])
      })

      it('lets what is right pass', () => {
        expect(rule.fine.flatMap((file) => (rule.appliesTo(file.path) ? rule.check(file) : []))).toEqual([])
      })

      it('holds', () => {
        const concerned = files.filter(({ path }) => rule.appliesTo(path))
        const wrong = concerned.flatMap((file) => rule.check(file).map((what) => `${file.path}: ${what}`))
        expect(wrong).toEqual([])
      })
    })
  }
})
