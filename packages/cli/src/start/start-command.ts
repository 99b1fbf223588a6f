import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'

export function registerStart(program: Command, terminal: Terminal): void {
  program
    .command('start')
    .description('start the server, the job worker and, unless DATABASE_URL is set, PostgreSQL')
    .option('--json', 'print one line of JSON when it is ready')
    .action(async (options: { readonly json?: true }) => {
      // The server is loaded only by the commands that need it.
      const { runSinew } = await import('./run-sinew.ts')
      await runSinew({ terminal, isJson: options.json === true })
    })
}
