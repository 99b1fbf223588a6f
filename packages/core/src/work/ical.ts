/** One all-day event of a calendar. */
export type CalendarDay = {
  /** Stays the same as long as it is the same thing. */
  readonly uid: string
  /** Milliseconds; the day it falls on in UTC counts. */
  readonly at: number
  readonly title: string
  readonly url: string
  /** When what it says last changed, in milliseconds. */
  readonly stampedAt: number
}

/** An iCalendar stream (RFC 5545) of all-day events: lines end with CRLF and are folded after 75 octets. */
export function writeCalendar(name: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sinew//Work//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(fold).join('\r\n')}\r\n`
}

function eventLines({ uid, at, title, url, stampedAt }: CalendarDay): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${new Date(stampedAt).toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** Backslash, semicolon, comma and line breaks mean something in a text value. */
function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not allowed in a content line.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  )
}

const widest = 75

/** A line longer than 75 octets goes on in the next after a space; no character is cut in two. */
function fold(line: string): readonly string[] {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > widest) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current]
}
