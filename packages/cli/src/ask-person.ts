import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliError } from './cli-error.ts'
import type { Ask } from './terminal.ts'

/** Asks on standard error, so that standard output holds the result alone. Undefined unless a person sits at both ends. */
export function askPerson(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Ask | undefined {
  if (!input.isTTY || !output.isTTY) return undefined
  return (question, options = {}) =>
    new Promise((resolve, reject) => {
      // What is typed is echoed by readline; a hidden answer is echoed to nowhere.
      const echo = options.hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : output
      const lines = createInterface({ input, output: echo, terminal: true })
      if (options.hidden) output.write(question)
      let answered = false
      lines.on('close', () => {
        if (options.hidden || !answered) output.write('\n')
        reject(new CliError('Stopped before anything was changed.'))
      })
      lines.question(options.hidden ? '' : question, (answer) => {
        answered = true
        resolve(answer)
        lines.close()
      })
    })
}
