import { fileTypeFromBuffer } from 'file-type'

/** How much of a file is looked at. */
export const headBytes = 65_536

const byEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  md: 'text/markdown',
  tsv: 'text/tab-separated-values',
  yaml: 'application/yaml',
  yml: 'application/yaml',
}

/**
 * The media type that the content of a file shows; its name only tells kinds of plain text apart. A page or a picture made
 * of markup is named as such, so that nothing treats it as plain text.
 */
export async function tellMediaType(head: Uint8Array, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(head)
  if (found !== undefined && found.mime !== 'application/xml') return found.mime
  const text = readText(head)
  if (text === null) return found?.mime ?? 'application/octet-stream'
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (/<svg[\s>/]/i.test(start)) return 'image/svg+xml'
  if (/<!doctype html|<(html|head|body|script|iframe|object|meta|img|a)[\s>/]/i.test(start)) return 'text/html'
  if (found !== undefined || start.startsWith('<?xml')) return 'application/xml'
  if (/^[{[]/.test(start)) return 'application/json'
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return byEnding[ending] ?? 'text/plain'
}

/** The head as text; null when it is not text. A character cut off at the end is not held against it. */
function readText(head: Uint8Array): string | null {
  try {
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-8'
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return hasControlCharacters(text) ? null : text
  } catch {
    return null
  }
}

function hasControlCharacters(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true
  }
  return false
}
