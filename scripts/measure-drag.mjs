import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureWebBuilt } from './ensure-web-built.mjs'
import { findNode24, root } from './find-node.mjs'
import { runShown } from './run-step.mjs'

// `node scripts/measure-drag.mjs [--risks 100] [--seconds 5] [--json]`: how evenly the Loss page is drawn while something is dragged.
try {
  await ensureInstalled()
  await ensureWebBuilt()
  process.exitCode = await runShown([findNode24(), join(root, 'e2e', 'measure-drag.ts'), ...process.argv.slice(2)])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
