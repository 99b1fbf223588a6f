import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { root } from './find-node.mjs'
import { npm, runStep } from './run-step.mjs'

const STAMP = 'node_modules/.sinew-install'

/** Installs the packages when a package.json or the lock file has changed since they last were. */
export async function ensureInstalled() {
  if (existsSync(join(root, 'node_modules')) && isStamped(STAMP, manifestHash())) return
  await runStep('Installing packages', npm('install', '--no-audit', '--no-fund', '--loglevel=error'))
  // npm may complete the lock file for this platform, so the hash is taken afterwards.
  writeStamp(STAMP, manifestHash())
}

function manifestHash() {
  const manifests = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`)
  return contentHash(['package.json', 'package-lock.json', ...manifests], `${process.platform}-${process.arch}`)
}
