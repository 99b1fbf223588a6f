import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureWebBuilt } from './ensure-web-built.mjs'
import { findNode24, root } from './find-node.mjs'

// `npm start` on a bare machine: this file runs on the machine's own Node and needs no package.
try {
  await ensureInstalled()
  const node = findNode24()
  await ensureWebBuilt()
  const main = join(root, 'packages', 'cli', 'src', 'main.ts')
  const child = spawn(node, [main, 'start', ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to the child as well; the child takes two signals at once for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(child)
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

/** npm runs this through a shell, and a shell that is told to stop dies without passing it on. */
function stopWithParent(child) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 250).unref()
}
