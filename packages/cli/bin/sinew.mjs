#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findNode24 } from '../../../scripts/find-node.mjs'

// `npx sinew …` in a checkout: hands over to Node 24, whatever Node this is.
try {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const child = spawn(findNode24(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => fail(error.message))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
} catch (error) {
  fail(error.message)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
