import { inflateRawSync } from 'node:zlib'
import { read, utils } from '@e965/xlsx'
import { AppError } from '../errors.ts'

/** A few letters can unpack to gigabytes: a table of people's words stays far below this. */
const mostUnpacked = 12_000_000
const mostParts = 500

/**
 * The rows of the first sheet of an XLSX file, as texts as they are shown; formulas are not computed.
 * @param mostRows rows to look at, the heading included
 * @throws AppError 422 where it is no XLSX file or unpacks to too much
 */
export function readSpreadsheet(bytes: Buffer, mostRows: number): readonly (readonly string[])[] {
  assertModest(bytes)
  const book = wrongUnless(() => read(bytes, { type: 'buffer', sheets: 0, sheetRows: mostRows, dense: true }))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (sheet === undefined) throw notASpreadsheet()
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, {
    header: 1,
    range: 0,
    raw: false,
    defval: '',
    blankrows: true,
  })
  return rows.map((row) => row.map((cell) => String(cell ?? '')))
}

function notASpreadsheet(): AppError {
  return new AppError(422, 'This is no XLSX spreadsheet: save it as XLSX or CSV.')
}

function wrongUnless<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw notASpreadsheet()
  }
}

/** Unpacks every part of the archive within bounds, before anything reads it (ZIP: PKWARE APPNOTE 4.3). */
function assertModest(bytes: Buffer): void {
  wrongUnless(() => {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end === -1) throw notASpreadsheet()
    const parts = bytes.readUInt16LE(end + 10)
    if (parts > mostParts) throw tooLarge()
    let left = mostUnpacked
    for (let part = 0, at = bytes.readUInt32LE(end + 16); part < parts; part++) {
      left -= unpackedSize(bytes, at, left)
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  })
}

function unpackedSize(bytes: Buffer, at: number, left: number): number {
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw notASpreadsheet()
  const isDeflated = bytes.readUInt16LE(at + 10) === 8
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (!isDeflated) return packed
  if (left <= 0) throw tooLarge()
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: left }).length
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notASpreadsheet()
  }
}

function tooLarge(): AppError {
  return new AppError(422, 'The spreadsheet unpacks to more than 12 MB: take out what is no table.')
}
