import { ReportProblem } from './report-problem.ts'

/** The encoding that the first bytes announce; UTF-8 without a byte order mark, as JSON is by definition (RFC 8259, 8.1). */
function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Text of a stream, piece by piece and without its byte order mark. */
export async function* decodeText(content: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of content) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    yield decodeChunk(decoder, chunk)
  }
  if (decoder !== null) yield decodeChunk(decoder, null)
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new ReportProblem('file', `It is not ${decoder.encoding.toUpperCase()} text.`)
  }
}

/** The first characters of a file, for telling its format; what cannot be decoded is left out. */
export function decodeHead(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head)
}
