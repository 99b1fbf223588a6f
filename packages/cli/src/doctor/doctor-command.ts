import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'
import type { Finding } from './finding.ts'

export function registerDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('say what is wrong with this installation, and what to do')
    .option('--json', 'print the findings as JSON')
    .action(async (options: { readonly json?: true }) => {
      // The server is loaded only by the commands that need it.
      const { examineInstallation } = await import('./examine-installation.ts')
      const findings = await examineInstallation(process.env, process.cwd())
      terminal.out(options.json ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(toLines).join(''))
      const problems = findings.filter(({ state }) => state === 'problem').length
      if (problems > 0) throw new CliError(problems === 1 ? '1 problem' : `${problems} problems`)
    })
}

/** One line, and a second one with what to do. */
export function toLines(finding: Finding): string {
  const line = `${finding.state.padEnd(8)} ${finding.about}: ${finding.detail}\n`
  return finding.state === 'ok' ? line : `${line}${' '.repeat(9)}→ ${finding.advice}\n`
}
