import { type Refusal, refuse } from '../refusal.ts'

/** A ZIP file of this kind holds 4 GB and 65,535 files; what is around the files of a room needs some of it. */
export const mostRoomBytes = 3_900_000_000
export const mostRoomFiles = 50_000

export type RoomSize = { readonly pieces: number; readonly files: number; readonly bytes: number }

/** Why an evidence room cannot be taken away; empty means it can. */
export function refuseRoom({ pieces, files, bytes }: RoomSize): readonly Refusal[] {
  if (pieces === 0) {
    return refuse(
      'nothing_in_period',
      'No piece of evidence lies in this period. Choose a longer one, or other controls.',
    )
  }
  if (files > mostRoomFiles || bytes > mostRoomBytes) {
    const limit = `${mostRoomBytes / 1e9} GB and ${mostRoomFiles.toLocaleString('en')} files`
    return refuse('too_large', `An evidence room holds ${limit} at most. Choose a shorter period, or fewer controls.`)
  }
  return []
}
