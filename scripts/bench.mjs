import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { findNode24, root } from './find-node.mjs'
import { runShown } from './run-step.mjs'

// `npm run bench`: how fast a large organisation is on this machine, each figure beside the aim and something simpler.
try {
  await ensureInstalled()
  const bench = join(root, 'packages', 'server', 'src', 'bench', 'run-bench.ts')
  process.exitCode = await runShown([findNode24(), bench, ...process.argv.slice(2)])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
