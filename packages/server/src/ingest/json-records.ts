import { decodeText } from './decode-text.ts'
import { ReportProblem } from './report-problem.ts'

export type JsonRecord = {
  /** Counted from 1, as people do. */
  readonly number: number
  readonly value: unknown
}

export const jsonLimits = { recordCharacters: 4_000_000, depth: 64, records: 500_000 } as const

type Position = {
  /** `list`: between `[` and `]`; `sequence`: one object after another, as in JSON lines. */
  mode: 'start' | 'list' | 'sequence' | 'ended'
  expects: 'record' | 'comma'
  depth: number
  inString: boolean
  escaped: boolean
  /** What has been read of the record that is being read. */
  carried: string
  records: number
}

/**
 * The objects of a JSON list, or of a file with one object after another, one by one: whatever the size of the file, only one
 * record is held. Nesting and size of a record are limited before anything is parsed.
 */
export async function* jsonRecords(content: ReadableStream<Uint8Array>): AsyncGenerator<JsonRecord> {
  const position: Position = {
    mode: 'start',
    expects: 'record',
    depth: 0,
    inString: false,
    escaped: false,
    carried: '',
    records: 0,
  }
  for await (const text of decodeText(content)) yield* recordsIn(text, position)
  if (position.depth > 0) throw new ReportProblem(placeOf(position), 'The file ends in the middle of this record.')
  if (position.mode === 'list') throw new ReportProblem('file', 'The file ends before its list does.')
  if (position.records === 0) throw new ReportProblem('file', 'The report is empty: it says nothing of any check.')
}

function* recordsIn(text: string, position: Position): Generator<JsonRecord> {
  let start = position.depth > 0 ? 0 : -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (position.depth === 0) {
      if (opensRecord(code, text.charAt(i), position)) start = i
      continue
    }
    if (!closesRecord(code, position)) continue
    yield parseRecord(position.carried + text.slice(start, i + 1), position)
    position.carried = ''
    start = -1
  }
  if (start >= 0) position.carried += text.slice(start)
  if (position.carried.length > jsonLimits.recordCharacters) {
    throw new ReportProblem(placeOf(position), 'The record is too large to be one.')
  }
}

const [space, tab, lineFeed, carriageReturn] = [32, 9, 10, 13]
const [quote, backslash, comma] = [34, 92, 44]
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125]

/** Between records: true where one opens. */
function opensRecord(code: number, character: string, position: Position): boolean {
  if (code === space || code === tab || code === lineFeed || code === carriageReturn) return false
  if (code === openList && position.mode === 'start') {
    position.mode = 'list'
    return false
  }
  if (code === closeList && position.mode === 'list' && (position.expects === 'comma' || position.records === 0)) {
    position.mode = 'ended'
    return false
  }
  if (code === comma && position.mode === 'list' && position.expects === 'comma') {
    position.expects = 'record'
    return false
  }
  if (code === openObject && position.mode !== 'ended' && position.expects === 'record') {
    if (position.mode === 'start') position.mode = 'sequence'
    if (position.records >= jsonLimits.records) {
      throw new ReportProblem('file', `More than ${jsonLimits.records} records: split the report by account.`)
    }
    position.depth = 1
    return true
  }
  throw new ReportProblem(placeOf(position), `Expected an object (“{”), found “${character}”.`)
}

/** Inside a record: true where it closes. */
function closesRecord(code: number, position: Position): boolean {
  if (position.inString) {
    if (position.escaped) position.escaped = false
    else if (code === backslash) position.escaped = true
    else if (code === quote) position.inString = false
    return false
  }
  if (code === quote) position.inString = true
  else if (code === openObject || code === openList) {
    position.depth += 1
    if (position.depth > jsonLimits.depth) {
      throw new ReportProblem(placeOf(position), `It is nested deeper than ${jsonLimits.depth} levels.`)
    }
  } else if (code === closeObject || code === closeList) {
    position.depth -= 1
    return position.depth === 0
  }
  return false
}

function parseRecord(text: string, position: Position): JsonRecord {
  position.records += 1
  position.expects = position.mode === 'list' ? 'comma' : 'record'
  if (text.length > jsonLimits.recordCharacters) {
    throw new ReportProblem(`record ${position.records}`, 'The record is too large to be one.')
  }
  try {
    return { number: position.records, value: JSON.parse(text) }
  } catch (error) {
    throw new ReportProblem(`record ${position.records}`, `It is not JSON: ${(error as Error).message}`)
  }
}

function placeOf(position: Position): string {
  return `record ${position.records + 1}`
}
