import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { findNode24, root } from './find-node.mjs'
import { runShown, seconds } from './run-step.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ ok: boolean, counts?: Counts }} Outcome
 * @typedef {{ title: string, run: () => Promise<Outcome> }} Section
 */

/**
 * Runs every section under its heading, all of them even when one fails, so that one run tells everything.
 * @param {readonly Section[]} sections
 * @returns {Promise<{ failed: readonly string[], counts: Counts }>}
 */
export async function runSections(sections) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const failed = []
  for (const { title, run } of sections) {
    const started = Date.now()
    process.stdout.write(`\n== ${title}\n`)
    const { ok, counts } = await run().catch((error) => {
      process.stderr.write(`${error.message}\n`)
      return { ok: false, counts: undefined }
    })
    if (!ok) failed.push(title)
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts?.[key] ?? 0
    process.stdout.write(`== ${title}: ${ok ? 'ok' : 'FAILED'}, ${seconds(Date.now() - started)}\n`)
  }
  return { failed, counts: total }
}

/** Installs what is missing, then runs the sections and sets the exit code; `conclude` says the last line, if any. */
export async function main(sections, conclude) {
  try {
    await ensureInstalled()
    const { failed, counts } = await runSections(sections)
    process.stdout.write(failed.length > 0 ? `\nFailed: ${failed.join(', ')}\n` : '\nEverything holds.\n')
    conclude?.(counts)
    process.exitCode = failed.length > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** A section that is one program from node_modules, run on Node 24. */
export function program(title, script, ...args) {
  const run = async () => ({ ok: (await runShown([findNode24(), join(root, 'node_modules', script), ...args])) === 0 })
  return { title, run }
}

/** A section that is one vitest project; its counts come from vitest's own report. */
export function tests(title, project) {
  return {
    title,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sinew-report-'))
      const report = join(folder, 'report.json')
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
      const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
      const code = await runShown([findNode24(), vitest, 'run', '--project', project, ...reporters])
      const counts = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : undefined
      rmSync(folder, { recursive: true })
      const ok = code === 0 && counts !== undefined && counts.failed === 0 && counts.passed > 0
      // A run that broke without a failing test (a file that cannot be loaded, a crash) is a failure to count too.
      return { ok, counts: ok ? counts : atLeastOneFailure(counts) }
    },
  }
}

export const checks = [
  program('Types', 'typescript/bin/tsc', '-p', root),
  program('Lint', '@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', root),
  program('Unused code', 'knip/bin/knip.js', '--directory', root),
  tests('Architecture and unit tests', 'unit'),
]

function countTests(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function atLeastOneFailure(counts = { passed: 0, failed: 0, skipped: 0 }) {
  return { ...counts, failed: Math.max(1, counts.failed) }
}
