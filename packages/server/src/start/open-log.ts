import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** The process's log: one JSON object a line on standard error, so that standard output stays for people. */
export function openLog(level: Config['logLevel']): Logger {
  const destination = pino.destination({ fd: 2, sync: true })
  // A terminal that was closed takes no more lines; the process goes on.
  destination.on('error', () => {})
  return pino({ level, base: { pid: process.pid } }, destination)
}
