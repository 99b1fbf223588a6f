import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './find-node.mjs'

/** Nothing is said of a step that is done sooner. */
const QUIET_MS = 1000

/**
 * Runs a program in the background of one progress line, and shows what it said only when it fails.
 * @param {string} label present tense, e.g. "Installing packages"
 * @param {readonly string[]} command program and arguments
 * @returns {Promise<void>}
 * @throws {Error} when the program fails
 */
export async function runStep(label, command) {
  const started = Date.now()
  const isTerminal = process.stdout.isTTY === true
  let shown = false
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000)
    if (isTerminal) process.stdout.write(`\r${label} … ${seconds} s `)
    else if (!shown) process.stdout.write(`${label} …\n`)
    shown = true
  }
  const timer = setInterval(show, QUIET_MS)
  const { code, output } = await capture(command)
  clearInterval(timer)
  if (shown) process.stdout.write(`${isTerminal ? '\r' : ''}${label}: ${seconds(Date.now() - started)}\n`)
  if (code === 0) return
  process.stderr.write(`${output.trimEnd().split('\n').slice(-40).join('\n')}\n`)
  throw new Error(`${label} failed (${command.join(' ')} ended with ${code})`)
}

/**
 * Runs a program that writes to this terminal itself.
 * @param {readonly string[]} command
 * @returns {Promise<number>} its exit code
 */
export function runShown(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: environment(), stdio: 'inherit' })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * npm as it was called, or the one on the path.
 * @param {readonly string[]} args
 * @returns {readonly string[]}
 */
export function npm(...args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return [process.execPath, script, ...args]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args]
}

/** @param {number} elapsedMs */
export function seconds(elapsedMs) {
  return `${(elapsedMs / 1000).toFixed(1)} s`
}

function capture(command) {
  return new Promise((resolve, reject) => {
    const isScript = command[0].endsWith('.cmd')
    const options = { cwd: root, env: environment(), shell: isScript, windowsHide: true }
    const child = spawn(command[0], command.slice(1), options)
    let output = ''
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}

/** Programs called by name come from the checkout first, Node 24 among them. */
function environment() {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` }
}
