import { createPerson, listPeople } from '@sinew/contract/person/person-contract.ts'
import { createRisk, estimateRisk, listRisks, moveRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createRisksFromThreats } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { createAction } from '@sinew/contract/treatment/action-contract.ts'
import { recompute } from '@sinew/server/chain/recompute.ts'
import type { TestOrganization } from '@sinew/server/test/test-server.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

const app = await serveApp()
const open = await openBrowser(app.url)

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function start() {
  const one = await app.createOrganization('Acme')
  return { ...one, params: { organizationId: one.organizationId }, at: `/o/${one.organization.slug}` }
}

/** A low risk, assessed and retained by its owner: ready to be accepted. */
async function readyToAccept({ client, organizationId }: TestOrganization): Promise<number> {
  const params = { organizationId }
  const owner = (await client.call(listPeople, { params })).items[0]
  const risk = await client.call(createRisk, {
    params,
    body: { title: 'A visitor reads a whiteboard', ownerId: owner?.id ?? null, treatment: 'retain' },
  })
  const one = { ...params, riskId: risk.id }
  const estimated = await client.call(estimateRisk, {
    params: one,
    ifMatch: risk.version,
    body: { frequency: { low: 0.2, high: 1 }, lossMinor: { low: 5_000, high: 80_000 }, note: 'Happens, costs little' },
  })
  const assessed = await client.call(moveRisk, { params: one, ifMatch: estimated.version, body: { to: 'assessed' } })
  await client.call(moveRisk, { params: one, ifMatch: assessed.version, body: { to: 'treated' } })
  await client.call(createAction, { params: one, body: { title: 'Buy a cover', dueAt: '2020-01-01T12:00:00Z' } })
  return risk.number
}

describe('risks in a browser', () => {
  it('are proposed, taken over, estimated with the price as one types, and treated', async () => {
    const one = await start()
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/risks`)
    await page.getByText('No risk yet').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Add risks' }).first().click()
    await page.getByLabel('Search scenarios').fill('malicious download')
    await page.getByText('Ransomware after phishing or malicious download').click()
    await page.getByText('Why it is proposed, and where the figures come from').first().click()
    await page.getByText(/Expert rating 3 of 3/).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Add 1 risk' }).click()

    await page.getByRole('heading', { name: /R-1 Ransomware after phishing/ }).waitFor()
    await page.getByText('Nobody has looked at these figures yet.', { exact: false }).waitFor()
    // Without an owner it cannot be called assessed, and the button says so with the rule's sentence.
    const next = page.getByRole('button', { name: /Call it assessed/ })
    expect(await next.getAttribute('aria-disabled')).toBe('true')
    expect(await next.textContent()).toContain('The risk has no owner')
    await expectWellMade(page)

    await page.getByRole('button', { name: 'Estimate anew' }).click()
    const shownBefore = await page.locator('dl[aria-live] dd').first().textContent()
    await page.getByLabel('How much: low end').fill('400k')
    await page.getByLabel('How much: high end').fill('2M')
    expect(await page.locator('dl[aria-live] dd').first().textContent()).not.toBe(shownBefore)
    await page.getByLabel('How much: high end').fill('10k')
    await page.getByText('The low end is above the high end', { exact: false }).first().waitFor()
    await page.getByLabel('How much: high end').fill('2M')
    await page.getByLabel('Why these figures').fill('Two peers of our size were hit')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    await page.getByText('Two peers of our size were hit').first().waitFor()

    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Owner').first().click()
    await page.getByRole('option', { name: /Olga Owner/ }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Call it assessed' }).click()
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByLabel(/^Modify/).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Call it treated' }).click()
    await page.getByText('You cannot accept it now:').waitFor()
    await page.getByText(/Whoever assessed a .* risk cannot accept it/).waitFor()
    await expectWellMade(page)
    const risks = await one.client.call(listRisks, { params: one.params })
    expect(risks.items).toMatchObject([{ status: 'treated', lossMinor: { low: 40_000_000, high: 200_000_000 } }])
    expect(complaints).toEqual([])
  })

  it('are accepted by their owner, pinned, and taken back', async () => {
    const one = await start()
    const number = await readyToAccept(one)
    const { page, complaints } = await open({ cookie: one.cookie, colorScheme: 'dark' })
    await visit(page, `${one.at}/risks/${number}`)
    await page.getByText('Olga Owner may accept it', { exact: false }).waitFor()
    await page.getByLabel('Why it is taken').fill('Cheaper to bear')
    await page.getByRole('button', { name: 'Accept the risk' }).click()
    await page.getByText('Accepted by Olga Owner', { exact: true }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByLabel('Why is it taken back?').fill('A plan hung there')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page
      .getByText(/Olga Owner took it back: A plan hung there/)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('have an index of their parts: beside the page, or on top of it where it is narrow', async () => {
    const one = await start()
    const number = await readyToAccept(one)
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/risks/${number}#history`)
    const index = page.getByRole('navigation', { name: 'On this page' })
    const here = index.locator('[aria-current="location"]')
    // It comes late and last, and is on screen all the same.
    await here.getByText('History').waitFor()
    expect(await page.getByRole('heading', { name: 'History' }).isVisible()).toBe(true)
    await index.getByRole('link', { name: 'Actions 1' }).focus()
    await page.keyboard.press('Enter')
    await here.getByText('Actions').waitFor()
    expect(new URL(page.url()).hash).toBe('#actions')
    await page.setViewportSize(phone)
    await page.getByRole('button', { name: /^On this page/ }).click()
    await page.getByRole('menuitem', { name: 'Comments' }).click()
    await page.waitForURL('**/*#comments')
    await page.waitForFunction(() => {
      const top = document.getElementById('comments')?.getBoundingClientRect().top ?? -1
      return top > 52 && top < innerHeight
    })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  it('are listed, filtered by a cell of the heat map, and changed together', async () => {
    const one = await start()
    await one.client.call(createRisksFromThreats, {
      params: one.params,
      body: { threatIds: ['T-ransomware-phishing', 'T-credential-phishing', 'T-backup-destruction'] },
    })
    await one.client.call(createPerson, { params: one.params, body: { name: 'Ada Adams' } })
    await recompute(app.services, one.organizationId)
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/risks/heat-map`)
    await page.getByRole('link', { name: /R-1 .*: open/ }).waitFor()
    await page.getByLabel('inherent').check()
    await expectWellMade(page)
    await page
      .getByRole('link', { name: /risks? at .* list/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Remove the place filter' }).click()
    await page.waitForURL((url) => !url.searchParams.has('likelihoodBand'))

    await page
      .getByRole('checkbox', { name: /Choose R-1|R-1/ })
      .first()
      .check()
    await page
      .getByRole('checkbox', { name: /Choose R-2|R-2/ })
      .first()
      .check()
    await page.getByText('2 chosen').waitFor()
    await page.getByRole('button', { name: 'Status', exact: true }).click()
    await page.getByLabel('New status').first().click()
    await page.getByRole('option', { name: 'assessed' }).click()
    await page.getByRole('button', { name: 'Change the status' }).click()
    // All or nothing, with the reason for each.
    await page.getByText(/R-1: The risk has no owner/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Owner', exact: true }).click()
    await page.getByLabel('New owner').first().click()
    await page.getByRole('option', { name: /Ada Adams/ }).click()
    await page.getByRole('button', { name: 'Give to this person' }).click()
    await page.getByText('2 chosen').waitFor({ state: 'detached' })
    const { items } = await one.client.call(listRisks, { params: one.params, query: { sort: 'number' } })
    expect(items.map(({ ownerName }) => ownerName)).toEqual(['Ada Adams', 'Ada Adams', null])
    expect(complaints).toEqual([])
  })

  it('have a plan whose dates move only for a reason', async () => {
    const one = await start()
    await readyToAccept(one)
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/treatment`)
    await page.getByText('1 of them overdue', { exact: false }).waitFor()
    await expectWellMade(page)
    await page.getByRole('link', { name: 'Buy a cover' }).click()
    await page.getByRole('heading', { name: /T-1 Buy a cover/ }).waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('By when').fill('2040-01-01')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Say why the due date moves.').waitFor()
    await page.getByLabel('Why does the due date move?').fill('The supplier is late')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The date was moved once.').waitFor()
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  it('follow a methodology that is reviewed, changed and approved', async () => {
    const one = await start()
    await readyToAccept(one)
    await recompute(app.services, one.organizationId)
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/methodology`)
    await page.getByText('nobody has reviewed it', { exact: false }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Review it' }).click()
    await page.getByLabel('Band 1: up to a year').fill('5')
    await page.getByText('Band 2 must end above the band before it.').first().waitFor()
    await page.getByLabel('Band 1: up to a year').fill('0.1')
    await page.getByLabel('medium from').fill('2')
    await page.getByText('One risk changes its level.', { exact: false }).waitFor()
    await expectWellMade(page)
    expect(await page.getByRole('button', { name: /Approve it/ }).getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('button', { name: 'Save the draft', exact: true }).click()
    await page.getByRole('button', { name: 'Approve it', exact: true }).click()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText(/In force, approved by Olga Owner/).waitFor()
    await page.getByRole('link', { name: 'compare' }).click()
    await page.getByText('One field differs.').waitFor()
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  it('are read by an auditor, who is offered nothing to change', async () => {
    const one = await start()
    const number = await readyToAccept(one)
    const { page } = await open({ cookie: await one.cookieAs('auditor') })
    await visit(page, `${one.at}/risks/${number}`)
    await page.getByRole('heading', { name: 'Scenario' }).waitFor()
    expect(await page.getByRole('button', { name: /^(Edit|Change|More steps|Accept)/ }).count()).toBe(0)
    await expectWellMade(page)
  })

  it.each([
    'risks',
    'risks/1',
    'risks/new',
    'risks/new?own=true',
    'risks/heat-map',
    'treatment',
    'treatment/1',
    'methodology',
  ])('fit a phone: %s', async (path) => {
    const one = await start()
    await readyToAccept(one)
    await recompute(app.services, one.organizationId)
    const { page, complaints } = await open({ cookie: one.cookie, size: phone, colorScheme: 'dark' })
    await visit(page, `${one.at}/${path}`)
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })
})
