import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './find-node.mjs'

/**
 * One hash over the content of files; folders count with everything in them that can matter to a build.
 * @param {readonly string[]} paths relative to the checkout; absent ones are left out
 * @param {string} [extra] anything else the result depends on
 * @returns {string}
 */
export function contentHash(paths, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const path of paths) {
    for (const file of filesIn(path)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} path of the stamp, relative to the checkout
 * @param {string} hash
 */
export function isStamped(path, hash) {
  const stamp = join(root, path)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

/**
 * @param {string} path of the stamp, relative to the checkout
 * @param {string} hash
 */
export function writeStamp(path, hash) {
  const stamp = join(root, path)
  writeFileSync(`${stamp}.new`, hash)
  renameSync(`${stamp}.new`, stamp)
}

function filesIn(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  const names = readdirSync(full).sort()
  return names.filter((name) => !isIgnored(name)).flatMap((name) => filesIn(`${path}/${name}`))
}

function isIgnored(name) {
  return name === 'node_modules' || name === 'dist' || basename(name).startsWith('.') || /\.test\.tsx?$/.test(name)
}
