import { describe, expect, it } from 'vitest'
import { composeMail } from './compose-mail.ts'
import { isDigestDay, isRemindedOf, waitAfterMs } from './mail-rules.ts'

const day = (text: string) => Date.parse(`${text}T00:00:00Z`)
const today = day('2026-03-10')

describe('reminders', () => {
  it.each([
    ['2026-03-17', true],
    ['2026-03-16', false],
    ['2026-03-10', true],
    ['2026-03-09', false],
    ['2026-03-03', true],
    ['2026-02-24', true],
    ['2026-03-18', false],
  ])('of what is due on %s: %s', (due, told) => expect(isRemindedOf(day(due) + 43_200_000, today)).toBe(told))

  it('come on Mondays or working days, as asked for, or never', () => {
    const days = ['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-14'].map(day)
    expect(days.map((one) => isDigestDay('weekly', one))).toEqual([false, true, false, false])
    expect(days.map((one) => isDigestDay('daily', one))).toEqual([false, true, true, false])
    expect(days.some((one) => isDigestDay('never', one))).toBe(false)
  })

  it('wait longer after each try', () => expect([1, 2, 3].map(waitAfterMs)).toEqual([60_000, 300_000, 1_500_000]))
})

describe('a mail', () => {
  it('says the same as text and as HTML, and nothing typed becomes markup or a header', () => {
    const { subject, text, html } = composeMail({
      subject: 'Due\r\nBcc: all@example.org',
      opening: 'Two things.',
      parts: [
        { title: 'Today', lines: [{ text: 'Review: <b>R-1</b> & more', note: '12 May' }] },
        { title: 'Nothing', lines: [] },
      ],
      link: { words: 'Open', url: 'https://example.org/my' },
      closing: 'Settings say when.',
    })
    expect(subject).toBe('Due Bcc: all@example.org')
    expect(text).toContain('Today\n- Review: <b>R-1</b> & more (12 May)')
    expect(html).toContain('Review: &lt;b&gt;R-1&lt;/b&gt; &amp; more')
    expect(text + html).not.toContain('Nothing')
  })
})
