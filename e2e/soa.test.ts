import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { proposeSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { addRiskTreatedBy, giveReasons, lineOf } from '@sinew/server/test/test-statement.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

const app = await serveApp()
const open = await openBrowser(app.url)

/** An organisation whose lines are all decided on, and the address of its statement. */
async function ready() {
  const one = await app.createOrganization('Acme')
  await giveReasons(app.services, one.organizationId)
  return { ...one, params: { organizationId: one.organizationId }, soa: `/o/${one.organization.slug}/soa` }
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

describe('the Statement of Applicability in a browser', () => {
  it('is approved, changed, compared and taken away', async () => {
    const one = await ready()
    const manager = await open({ cookie: await one.cookieAs('manager') })
    await visit(manager.page, one.soa)
    await manager.page.getByText('No version is approved yet').waitFor()
    await manager.page.getByRole('button', { name: 'Propose a version' }).click()
    await manager.page.getByLabel('Note').fill('First certification')
    await manager.page.getByRole('button', { name: 'Propose it' }).click()
    await manager.page.getByRole('heading', { name: 'Version 1 waits for approval' }).waitFor()
    expect(await manager.page.getByRole('button', { name: /Approve version 1/ }).getAttribute('aria-disabled')).toBe(
      'true',
    )

    const owner = await open({ cookie: one.cookie })
    await visit(owner.page, one.soa)
    await owner.page.getByText('First certification').waitFor()
    await owner.page.getByRole('button', { name: 'Approve version 1' }).click()
    await owner.page.getByText(/Version 1, approved on .* by Olga Owner, is in force; nothing decided since/).waitFor()

    // Leaving a control out is refused without a reason, in the words of the rule; with one it is a change since approval.
    await visit(owner.page, `${one.soa}?line=A.8.30&task=decide`)
    await owner.page.getByText('Left out', { exact: true }).click()
    expect(await owner.page.getByRole('button', { name: /Save/ }).getAttribute('aria-disabled')).toBe('true')
    await owner.page
      .getByLabel('Why it is not necessary')
      .fill('No development is commissioned outside, see the scope.')
    await owner.page.getByRole('button', { name: 'Save' }).click()
    await owner.page.getByText(/1 line decided anew since/).waitFor()
    await owner.page.getByRole('button', { name: /decided anew/ }).click()
    await owner.page.waitForURL(/changed=decision/)
    await owner.page.getByText('A.5.1', { exact: true }).waitFor({ state: 'detached' })
    expect(await owner.page.getByText('A.8.30', { exact: true }).count()).toBe(1)

    await owner.page.getByRole('link', { name: 'Side by side' }).click()
    await owner.page.getByRole('cell', { name: 'excluded', exact: true }).waitFor()
    await expectWellMade(owner.page)

    await visit(owner.page, `${one.soa}/versions/1`)
    await owner.page.getByText('Version 1 is unchanged since Someone manager proposed it.').waitFor()
    const hash = await owner.page
      .locator('dd')
      .filter({ hasText: /^[0-9a-f]{64}$/ })
      .textContent()
    await expectWellMade(owner.page)
    await owner.page.getByRole('button', { name: 'Export' }).click()
    const [json] = await Promise.all([
      owner.page.waitForEvent('download'),
      owner.page.getByRole('menuitem', { name: 'Canonical content (JSON)' }).click(),
    ])
    const bytes = await readFile(await json.path())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    await owner.page.getByRole('button', { name: 'Export' }).click()
    const [pdf] = await Promise.all([
      owner.page.waitForEvent('download'),
      owner.page.getByRole('menuitem', { name: 'Document (PDF)' }).click(),
    ])
    expect(pdf.suggestedFilename()).toBe('statement-of-applicability-v1.pdf')
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
    expect([...manager.complaints, ...owner.complaints]).toEqual([])
  })

  it('leads from a finding to its repair', async () => {
    const one = await ready()
    const line = await lineOf(one.client, one.organizationId, 'A.5.1')
    const { page, complaints } = await open({ cookie: one.cookie })
    const finding = page.getByText('Note: A.5.1 is not decided yet')
    await visit(page, `${one.soa}?line=A.5.1`)
    const ownerless = page.getByText('Warning: A.5.1 has no owner')
    await ownerless.waitFor()
    await page.getByRole('button', { name: 'Choose an owner' }).click()
    await page.getByRole('option', { name: /Olga Owner/ }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await ownerless.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Decide, add a reason' }).click()
    await page.getByRole('button', { name: 'Remove reason 1' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await finding.waitFor()
    await page.getByText('92 of 93 lines are decided').first().waitFor()
    await page.getByRole('button', { name: 'Decide on 1 line' }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: /^Add a reason/ }).click()
    await page.getByLabel('Text of reason 1').fill('The law asks for it')
    await page.getByRole('button', { name: 'Save' }).click()
    await finding.waitFor({ state: 'detached' })
    expect((await lineOf(one.client, one.organizationId, 'A.5.1')).version).toBeGreaterThan(line.version)
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  it('decides on several lines, and says for each what stands in the way', async () => {
    const one = await ready()
    const backup = await lineOf(one.client, one.organizationId, 'A.8.13')
    await addRiskTreatedBy(one.client, one.organizationId, 'Ransomware', backup.controlId)
    const { page } = await open({ cookie: one.cookie })
    await visit(page, one.soa)
    await page.getByLabel('Choose A.8.13', { exact: true }).click()
    await page.getByLabel('Choose A.8.30', { exact: true }).click()
    await page.getByRole('button', { name: 'Leave out', exact: true }).click()
    await page
      .getByLabel('Why none of them is necessary')
      .fill('Nothing is developed or backed up here, see the scope.')
    const refused = page.getByRole('button', { name: /Leave 2 out/ })
    expect(await refused.getAttribute('aria-disabled')).toBe('true')
    expect(await refused.textContent()).toContain('A.8.13: The treatment of R-1 needs it')
    await page.keyboard.press('Escape')
    await page.getByLabel('Choose A.8.13', { exact: true }).click()
    await page.getByRole('button', { name: 'Leave out', exact: true }).click()
    await page.getByRole('button', { name: /Leave 1 out/ }).click()
    await page.getByText('1 chosen').waitFor({ state: 'detached' })
    expect((await one.client.call(getSoa, { params: one.params })).counts.excluded).toBe(1)
  })

  it('is read on a phone and in the dark, and not touched by an auditor', async () => {
    const one = await ready()
    await one.client.call(proposeSoaVersion, { params: one.params, body: {} })
    const { page, complaints } = await open({ cookie: await one.cookieAs('auditor'), size: phone, colorScheme: 'dark' })
    await visit(page, `${one.soa}?line=A.5.7`)
    await page.getByText('What proves it').waitFor()
    expect(await page.getByRole('button', { name: /Decide, add a reason|Approve version 1/ }).count()).toBe(0)
    await expectWellMade(page)
    await visit(page, `${one.soa}/versions?from=1`)
    await page.getByText('They say the same.').waitFor()
    await expectWellMade(page)
    await visit(page, `${one.soa}/versions/1`)
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })
})
