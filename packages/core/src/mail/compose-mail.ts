export type MailLine = {
  readonly text: string
  readonly note: string
  /** Where it is done. */
  readonly url?: string
}

export type MailPart = { readonly title: string; readonly lines: readonly MailLine[] }

export type Letter = {
  readonly subject: string
  /** One sentence on top. */
  readonly opening: string
  readonly parts: readonly MailPart[]
  readonly link: { readonly words: string; readonly url: string }
  /** Why it comes, and how to stop it. */
  readonly closing: string
}

export type Mail = { readonly subject: string; readonly text: string; readonly html: string }

/** A letter as plain text and as HTML that says the same, without pictures, fonts or anything fetched from elsewhere. */
export function composeMail({ subject, opening, parts, link, closing }: Letter): Mail {
  const shown = parts.filter(({ lines }) => lines.length > 0)
  const text = [
    opening,
    ...shown.map(({ title, lines }) => [title, ...lines.flatMap(plainLines)].join('\n')),
    `${link.words}: ${link.url}`,
    closing,
  ].join('\n\n')
  return { subject: subject.replace(/[\r\n]+/g, ' '), text, html: toHtml(opening, shown, link, closing) }
}

function toHtml(opening: string, parts: readonly MailPart[], link: Letter['link'], closing: string): string {
  const body = [
    `<p>${escapeHtml(opening)}</p>`,
    ...parts.map(({ title, lines }) => {
      const items = lines.map(
        ({ text, note, url }) => `<li>${linked(text, url)}${note && ` <small>(${escapeHtml(note)})</small>`}</li>`,
      )
      return `<h3>${escapeHtml(title)}</h3><ul>${items.join('')}</ul>`
    }),
    `<p>${linked(link.words, link.url)}</p>`,
    `<p><small>${escapeHtml(closing)}</small></p>`,
  ]
  return `<!doctype html><html><body style="font-family:sans-serif">${body.join('')}</body></html>`
}

function plainLines({ text, note, url }: MailLine): readonly string[] {
  return [`- ${text}${note && ` (${note})`}`, ...(url === undefined ? [] : [`  ${url}`])]
}

function linked(words: string, url: string | undefined): string {
  return url === undefined ? escapeHtml(words) : `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
}

function escapeHtml(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => named[sign] ?? sign)
}
