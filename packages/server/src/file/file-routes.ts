import * as contract from '@sinew/contract/file/file-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { receiveFile } from './receive-file.ts'
import { sendFile } from './send-file.ts'

export const fileRoutes: readonly Binding[] = [
  handle(contract.uploadFile, (ctx, { stored, query }) => receiveFile(ctx, stored, query.name)),
  handle(contract.downloadFile, (ctx, { params, query }) => sendFile(ctx, params.fileId, query.inline === 'true')),
]
