import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { root } from './find-node.mjs'
import { npm, runStep } from './run-step.mjs'

const DIST = 'packages/web/dist'
// Inside the result: whoever builds by hand empties the folder, and the stamp with it.
const STAMP = `${DIST}/.sinew-build`

/** Builds the browser app when what it is made of has changed since it last was. */
export async function ensureWebBuilt() {
  const hash = contentHash(['packages/core', 'packages/contract', 'packages/web'])
  if (existsSync(join(root, DIST, 'index.html')) && isStamped(STAMP, hash)) return
  await runStep('Building the web app', npm('run', '--silent', 'build', '--workspace', '@sinew/web'))
  writeStamp(STAMP, hash)
}
