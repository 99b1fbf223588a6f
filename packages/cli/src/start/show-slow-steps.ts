import type { Terminal } from '../terminal.ts'

const EVERY_MS = 1000

/** Once a second, says what is being done if that has not been said yet: a quick start says nothing. */
export function showSlowSteps(terminal: Terminal): {
  readonly begin: (label: string) => void
  readonly end: () => void
} {
  let label = ''
  let shown = ''
  const timer = setInterval(() => {
    if (label !== shown) terminal.err(`${label} …\n`)
    shown = label
  }, EVERY_MS)
  return {
    begin: (next) => {
      label = next
    },
    end: () => clearInterval(timer),
  }
}
