import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'

export type RoomFile = {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Where it lies in the room. */
  readonly path: string
}

/** A piece of evidence as the index shows it. */
export type RoomPiece = {
  readonly ref: string
  readonly title: string
  readonly kind: string
  readonly nature: string
  readonly provenance: string
  readonly result: string
  readonly state: string
  readonly review: string
  readonly collectedAt: Date
  readonly periodFrom: Date | null
  readonly periodTo: Date | null
  readonly submittedBy: string
  /** Its address or note. */
  readonly text: string
  readonly file: RoomFile | null
}

type Row = {
  readonly number: number
  readonly title: string
  readonly kind: string
  readonly nature: string
  readonly provenance: string
  readonly result: string
  readonly passed: number | null
  readonly expected: number | null
  readonly state: string
  readonly state_reason: string
  readonly review_result: string
  readonly collected_at: Date
  readonly period_from: Date | null
  readonly period_to: Date | null
  readonly submitted_by_name: string
  readonly url: string | null
  readonly note: string
  readonly file_name: string | null
  readonly sha256: string | null
  readonly size_bytes: number | null
}

export function toPiece(row: Row): RoomPiece {
  const { title, kind, nature, provenance } = row
  const ref = evidenceRef(row.number)
  return {
    ...{ ref, title, kind, nature, provenance },
    result: row.result === 'k_of_n' ? `${row.passed} of ${row.expected}` : row.result,
    state: row.state_reason === '' ? row.state : `${row.state}: ${row.state_reason}`,
    review: row.review_result,
    collectedAt: row.collected_at,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    submittedBy: row.submitted_by_name,
    text: [row.url ?? '', row.note].filter((part) => part !== '').join('\n'),
    file:
      row.file_name === null || row.sha256 === null
        ? null
        : {
            name: row.file_name,
            sha256: row.sha256,
            sizeBytes: row.size_bytes ?? 0,
            path: `evidence/${ref}-${row.file_name}`,
          },
  }
}

/** A piece that was withdrawn or rejected is named in the index; its file stays where it is. */
export const isShown = ({ state }: RoomPiece): boolean => state === 'active'
