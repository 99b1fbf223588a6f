import { chromium } from 'playwright-core'
const base = process.argv[2]; const out = process.argv[3]; const pages = process.argv.slice(4)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } })
const page = await ctx.newPage()
const r = await page.request.post(base + '/api/sign-in', { data: { email: 'olga@example.org', password: 'correct horse battery' }, headers: { origin: base } })
if (!r.ok()) { console.log(r.status(), await r.text()) }
const complaints = []
page.on('pageerror', (e) => complaints.push(String(e)))
page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()))
for (const p of pages) for (const [w, h, dark] of [[1440, 900, false], [390, 844, true]]) {
  await page.setViewportSize({ width: w, height: h })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  await page.goto(base + p.split('@')[0], { waitUntil: 'networkidle', timeout: 120000 })
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${out}/${p.replaceAll('/', '_')}-${w}${dark ? '-dark' : ''}.png`, fullPage: true })
}
console.log(complaints.slice(0, 10)); await browser.close()
