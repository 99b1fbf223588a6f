import { answerCalibrationQuestion, startCalibrationRound } from '@sinew/contract/calibration/calibration-contract.ts'
import { giveEstimate } from '@sinew/contract/estimate/estimate-contract.ts'
import { createRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createRisksFromThreats } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { calibrationQuestions } from '@sinew/core/calibration/calibration-questions.ts'
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

/** For looking at the pages by hand: SINEW_SHOTS names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SINEW_SHOTS
  if (!folder) return
  const panel = page.locator('#estimate')
  if ((await panel.count()) > 0) await panel.screenshot({ path: `${folder}/${name}-panel.png` })
  else await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

describe('estimating a risk', () => {
  it('says what the ranges mean while they are typed, and helps to find them', async () => {
    const one = await start()
    const { items } = await one.client.call(createRisksFromThreats, {
      params: one.params,
      body: { threatIds: ['T-ransomware-phishing'] },
    })
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/risks/${items[0]?.number}`)
    await page.getByRole('button', { name: 'Estimate anew' }).click()

    // A tail beyond a year's revenue is doubted, with numbers; saving stays possible.
    await page.getByLabel('How often: low end').fill('0.2')
    await page.getByLabel('How often: high end').fill('2')
    await page.getByLabel('Never more than').fill('')
    await page.getByLabel('How much: low end').fill('50k')
    await page.getByLabel('How much: high end').fill('9M')
    await page.getByText(/one event costs more than .* about once in 200 years/).waitFor()
    await page.getByText('Hard to believe.').first().waitFor()
    // The exact distribution, with the mean beside the median and why it is higher.
    await page.getByRole('figure', { name: 'What a year of this risk costs' }).waitFor()
    await page
      .getByText(/Half of all events cost less than .* but the mean is .* because a few cost very much/)
      .waitFor()
    await page
      .getByText(/years in 100 cost nothing, but the mean year costs/)
      .first()
      .waitFor()
    await shoot(page, 'estimate-doubted')

    // What others saw is taken over with its source.
    await page
      .getByRole('group', { name: 'Help with How much' })
      .getByRole('button', { name: 'What others saw' })
      .click()
    await page.getByText('IRIS 2025 Table 1').waitFor()
    await shoot(page, 'estimate-anchors')
    await page.getByRole('button', { name: /Take this range: An incident at/ }).click()
    expect(await page.getByLabel('How much: high end').inputValue()).not.toBe('9M')

    // Counted events become a range.
    await page.getByRole('group', { name: 'Help with How often' }).getByRole('button', { name: 'From a count' }).click()
    await page.getByLabel('in so many years').fill('10')
    await page.getByRole('button', { name: 'Take this range', exact: true }).click()
    expect(await page.getByLabel('How often: low end').inputValue()).toBe('0.018')

    // A bet against the wheel widens the range until both are as good.
    await page
      .getByRole('group', { name: 'Help with How often' })
      .getByRole('button', { name: 'Test it with a bet' })
      .click()
    await page.getByRole('button', { name: /a wheel that wins 9 times in 10/ }).click()
    await page.getByText('widened; what now?').waitFor()
    await expectWellMade(page)
    await shoot(page, 'estimate-bet')
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Either, gladly' }).click()
    await page.getByText(/That is a 90 % range/).waitFor()

    await page.getByLabel('Why these figures').fill('One in ten years at a peer')
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    await page.getByRole('button', { name: 'Estimate anew' }).waitFor()
    const saved = await one.client.call(getRisk, { params: { ...one.params, riskId: items[0]?.id ?? '' } })
    expect(saved.estimateBasis).toBe(
      'Frequency from 1 events in 10 years. Changed by hand afterwards. How much: An incident at <100M USD revenue (IRIS 2025 Table 1).',
    )
    expect(complaints).toEqual([])
  })

  it('is done by several people blindly, then pooled and taken over', async () => {
    const one = await start()
    const risk = await one.client.call(createRisk, { params: one.params, body: { title: 'A laptop is stolen' } })
    const contributorCookie = await one.cookieAs('contributor')
    const manager = await one.clientAs('manager')
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/risks/${risk.number}`)
    await page.getByText('One head or several?').waitFor()
    await page.getByRole('button', { name: 'Ask others' }).click()
    await page.getByLabel('Whom to ask').first().click()
    await page.getByRole('option', { name: 'Someone contributor' }).click()
    await page.keyboard.press('Escape')
    await page.getByLabel('What to tell them').fill('Think of trains')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('Someone contributor is asked').waitFor()
    await expectWellMade(page)

    await manager.call(giveEstimate, {
      params: { ...one.params, riskId: risk.id },
      body: {
        frequency: { low: 0.5, high: 3 },
        lossMinor: { low: 100_000, high: 1_500_000 },
        note: 'Two in five years',
      },
    })
    const phonePage = await open({ cookie: contributorCookie, size: phone, colorScheme: 'dark' })
    const theirs = phonePage.page
    await visit(theirs, one.at)
    await theirs.getByRole('link', { name: 'R-1 A laptop is stolen', exact: true }).click()
    await theirs.getByText('You are asked for your estimate').waitFor()
    await theirs.getByText('What the others said is hidden').waitFor()
    expect(await theirs.getByText('Two in five years').count()).toBe(0)
    await theirs.getByRole('button', { name: 'Give mine' }).click()
    await theirs.getByLabel('Mine: how often: low end').fill('5')
    await theirs.getByLabel('Mine: how often: high end').fill('20')
    await theirs.getByLabel('Mine: how much: low end').fill('1k')
    await theirs.getByLabel('Mine: how much: high end').fill('20k')
    await theirs.getByLabel('What you think of').fill('Trains and cafés')
    await expectWellMade(theirs)
    await shoot(theirs, 'estimators-phone-form')
    await theirs.getByRole('button', { name: 'Give my estimate' }).click()
    await theirs.getByText('Two in five years').waitFor()
    await theirs.getByText(/share no value/).waitFor()
    await expectWellMade(theirs)
    await shoot(theirs, 'estimators-phone')

    // The owner passes, sees all, and takes the pool over.
    await page.reload()
    await page.getByRole('button', { name: 'Give mine' }).click()
    await page.getByRole('button', { name: 'Pass and see the others' }).click()
    await page.getByText(/share no value/).waitFor()
    await page.getByText('By calibration').click()
    await expectWellMade(page)
    await shoot(page, 'estimators')
    await page.getByRole('button', { name: 'Take the pool over as the estimate' }).click()
    expect(await page.getByLabel('Why these figures').inputValue()).toContain('Someone manager: Two in five years')
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    await page.getByText('Rests on').waitFor()
    const saved = await one.client.call(getRisk, { params: { ...one.params, riskId: risk.id } })
    expect(saved.estimateBasis).toMatch(
      /^Pool of 2 estimates \(Someone manager 50 %, Someone contributor 50 %\).*weighted by their calibration/,
    )
    expect([...complaints, ...phonePage.complaints]).toEqual([])
  })
})

describe('calibration training in a browser', () => {
  it('asks, shows the truth after each answer, and counts at the end', async () => {
    const one = await start()
    const { page, complaints } = await open({ cookie: one.cookie, size: phone })
    await visit(page, `${one.at}/calibration`)
    await page.getByText('Are your 90 % ranges 90 % ranges?').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Answer 10 questions' }).first().click()
    for (let n = 1; n <= 10; n++) {
      await page.getByRole('heading', { name: `Question ${n} of 10` }).waitFor()
      const isYear = (await page.getByLabel('Not before').count()) > 0
      const [low, high] = isYear ? ['1000', '2020'] : ['1', '2']
      await page.getByLabel(isYear ? 'Not before' : 'Your range: low end').fill(low)
      await page.getByLabel(isYear ? 'Not after' : 'Your range: high end').fill(high)
      if (n === 1) {
        await expectWellMade(page)
        await shoot(page, 'calibration-question')
      }
      await page.getByRole('button', { name: 'Answer', exact: true }).click()
      await page.getByText(/You said/).waitFor()
      if (n === 1) await expectWellMade(page)
      await page.getByRole('button', { name: /Next question|See the whole round/ }).click()
    }
    await page.getByRole('heading', { name: /of 10 held the truth/ }).waitFor()
    await expectWellMade(page)
    await shoot(page, 'calibration-round')

    const wide = await open({ cookie: one.cookie, colorScheme: 'dark' })
    const manager = await one.clientAs('manager')
    const round = await manager.call(startCalibrationRound, { params: one.params, body: {} })
    for (const { position, text } of round.answers) {
      const truth = calibrationQuestions.find((question) => question.text === text)?.truth ?? 1
      const params = { ...one.params, calibrationRoundId: round.id, position: String(position) }
      await manager.call(answerCalibrationQuestion, { params, body: { low: truth / 2, high: truth * 2 } })
    }
    await visit(wide.page, `${one.at}/calibration`)
    await wide.page.getByText('you are overconfident', { exact: false }).waitFor()
    await wide.page.getByText('Someone manager').waitFor()
    await expectWellMade(wide.page)
    await shoot(wide.page, 'calibration')
    expect([...complaints, ...wide.complaints]).toEqual([])
  })
})
