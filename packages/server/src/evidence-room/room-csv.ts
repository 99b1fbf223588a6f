import { toCsv } from '../export/export-table.ts'
import type { Room, RoomControl } from './load-room.ts'
import type { RoomPiece } from './room-piece.ts'

type Row = {
  readonly control: Pick<RoomControl, 'ref' | 'title'> | null
  readonly need: string
  readonly piece: (RoomPiece & { readonly countsUntil?: Date }) | null
}

/** One row for each piece under each need; a need without one in the period has a row that says so. */
function rowsOf({ controls, others }: Room): readonly Row[] {
  const served = controls.flatMap((control): readonly Row[] =>
    control.needs.length === 0
      ? [{ control, need: '', piece: null }]
      : control.needs.flatMap(({ title, pieces }): readonly Row[] =>
          pieces.length === 0
            ? [{ control, need: title, piece: null }]
            : pieces.map((piece) => ({ control, need: title, piece })),
        ),
  )
  return [...served, ...others.map((piece) => ({ control: null, need: '', piece }))]
}

export function roomCsv(room: Room, remarks: ReadonlyMap<string, string>): string {
  const rows = rowsOf(room)
  const of = (value: (piece: NonNullable<Row['piece']>) => string | number | Date | null) => (row: Row) =>
    row.piece === null ? null : value(row.piece)
  return toCsv({
    name: 'index',
    rows,
    columns: [
      { header: 'Control', value: ({ control }) => control?.ref ?? '' },
      { header: 'Control title', value: ({ control }) => control?.title ?? '' },
      { header: 'Need', value: ({ need }) => need },
      { header: 'Evidence', value: of(({ ref }) => ref) },
      { header: 'Title', value: of(({ title }) => title) },
      { header: 'Kind', value: of(({ kind }) => kind) },
      { header: 'Shows', value: of(({ nature }) => nature) },
      { header: 'Collected', value: of(({ collectedAt }) => collectedAt) },
      { header: 'Period from', value: of(({ periodFrom }) => periodFrom) },
      { header: 'Period to', value: of(({ periodTo }) => periodTo) },
      { header: 'Valid until', value: of(({ countsUntil }) => countsUntil ?? null) },
      { header: 'Result', value: of(({ result }) => result) },
      { header: 'Source', value: of(({ provenance }) => provenance) },
      { header: 'Submitted by', value: of(({ submittedBy }) => submittedBy) },
      { header: 'State', value: of(({ state }) => state) },
      { header: 'Review', value: of(({ review }) => review) },
      { header: 'Link or note', value: of(({ text }) => text) },
      { header: 'File', value: of(({ file }) => file?.name ?? null) },
      { header: 'Path', value: of(({ file }) => file?.path ?? null) },
      { header: 'Size in bytes', value: of(({ file }) => file?.sizeBytes ?? null) },
      { header: 'SHA-256', value: of(({ file }) => file?.sha256 ?? null) },
      { header: 'Remark', value: ({ piece }) => remarkOf(piece, remarks) },
    ],
  })
}

export const nothingInPeriod = 'No evidence in this period.'

function remarkOf(piece: Row['piece'], remarks: ReadonlyMap<string, string>): string {
  if (piece === null) return nothingInPeriod
  return piece.file === null ? '' : (remarks.get(piece.file.path) ?? '')
}
