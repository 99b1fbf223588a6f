import { existsSync } from 'node:fs'
import { ensureWebBuilt } from './ensure-web-built.mjs'
import { checks, main, tests } from './run-sections.mjs'

const chromium = process.env.SINEW_CHROMIUM || '/usr/bin/chromium'
const browser = tests('Browser tests', 'e2e')

// `npm test`: everything. The last line says how many tests there were.
await main(
  [
    ...checks,
    tests('Server tests', 'server'),
    {
      title: 'Web app',
      run: async () => {
        await ensureWebBuilt()
        return { ok: true }
      },
    },
    { title: browser.title, run: () => runBrowserTests() },
  ],
  ({ passed, failed, skipped }) => process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`),
)

async function runBrowserTests() {
  if (existsSync(chromium)) {
    process.env.SINEW_CHROMIUM = chromium
    return browser.run()
  }
  process.stderr.write(
    `The browser tests need Chromium, and there is none at ${chromium}: install it (Debian, Ubuntu: apt-get install chromium) or set SINEW_CHROMIUM to its path.\n`,
  )
  return { ok: false, counts: { passed: 0, failed: 1, skipped: 0 } }
}
