import type { EvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import type { Room } from './load-room.ts'
import { isShown, type RoomPiece } from './room-piece.ts'

/** Each piece once, however many needs it serves. */
export function piecesIn({ controls, others }: Room): readonly RoomPiece[] {
  const served = controls.flatMap(({ needs }) => needs.flatMap(({ pieces }) => pieces))
  return [...new Map([...served, ...others].map((piece) => [piece.ref, piece])).values()]
}

export function sizeOf(room: Room): EvidenceRoom {
  const pieces = piecesIn(room)
  const needs = room.controls.flatMap((control) => control.needs)
  const files = pieces.flatMap((piece) => (piece.file !== null && isShown(piece) ? [piece.file] : []))
  return {
    ...room.period,
    selection: room.selection,
    controls: room.controls.length,
    needs: needs.length,
    unmetNeeds: needs.filter((need) => need.pieces.length === 0).length,
    pieces: pieces.length,
    files: files.length,
    bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  }
}
