import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Every core: by itself vitest leaves one out, half of a small machine, though a test waits for its database most of the time. */
const maxWorkers = Math.max(2, availableParallelism())

/** A command that talks to a server is tested against one. */
const commandTests = 'packages/cli/src/*/*-command.test.ts'

/** Needs no database: pure rules, the wire's schemas, and the parts of web and cli that need no server. */
const unit = {
  name: 'unit',
  include: [
    'architecture.test.ts',
    'docs.test.ts',
    'scripts/**/*.test.ts',
    'packages/{core,contract,web,cli}/src/**/*.test.{ts,tsx}',
  ],
  exclude: ['**/node_modules/**', commandTests],
  // Properties over many generated portfolios take seconds on a machine that is busy.
  testTimeout: 120_000,
  maxWorkers,
}

/** One embedded PostgreSQL for all workers; every worker makes its own databases in it. */
const server = {
  name: 'server',
  include: ['packages/server/src/**/*.test.ts', commandTests],
  globalSetup: ['packages/server/src/test/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers,
}

/** Journeys in a real browser. Two at a time: a browser is many processes, and waits for the server much of the time. */
const e2e = {
  name: 'e2e',
  include: ['e2e/**/*.test.ts'],
  globalSetup: ['packages/server/src/test/global-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
}

export default defineConfig({
  test: { projects: [{ test: unit }, { test: server }, { test: e2e }] },
})
