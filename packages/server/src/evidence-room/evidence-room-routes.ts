import * as contract from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { exportRoom } from './export-room.ts'
import { loadRoom } from './load-room.ts'
import { sizeOf } from './room-size.ts'

export const evidenceRoomRoutes: readonly Binding[] = [
  handle(contract.getEvidenceRoom, async (ctx, { query }) => sizeOf(await loadRoom(ctx, query))),
  handle(contract.exportEvidenceRoom, (ctx, { query }) => exportRoom(ctx, query)),
]
