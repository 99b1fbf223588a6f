import { Command, CommanderError } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { CliError } from './cli-error.ts'
import { commands } from './commands.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs one command line. Every command keeps to the same conventions: `--json` prints one JSON value to standard output
 * and nothing else there, an error is one line on standard error, and the exit code is 0 (done), 1 (it did not work) or
 * 2 (asked for wrongly: usage or a setting).
 * @param args without the program's own name
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = buildProgram(terminal)
  if (args.length === 0) {
    terminal.out(program.helpInformation())
    return 0
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return report(error, terminal)
  }
}

/** Every command with its options: what `sinew --help` tells, and what the documentation may name. */
export function buildProgram(terminal: Terminal): Command {
  // Subcommands inherit what is set before they are registered.
  const program = new Command('sinew')
    .description(
      'An information security management system in which every control is tied to evidence that is still true.',
    )
    .version(manifest.version)
    // `--version` after a command is that command's own: sinew soa export --version 2.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: () => {} })
  for (const register of commands) register(program, terminal)
  return program
}

function report(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    const message = error.message
      .replace(/^error: /, '')
      .replace(/\.$/, '')
      .replaceAll('\n', ' ')
    terminal.err(`${message}; see sinew --help\n`)
    return 2
  }
  if (!(error instanceof Error)) throw error
  // A CliError is for the person at the terminal; for anything else the stack is there for whoever asks.
  const wantsStack = process.env.SINEW_LOG === 'debug' && !(error instanceof CliError)
  terminal.err(`${wantsStack ? error.stack : error.message}\n`)
  return error instanceof CliError ? error.exitCode : 1
}
