import * as contract from '@sinew/contract/example/example-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createExample } from './create-example.ts'
import { readProgress } from './example-progress.ts'
import { removeExample } from './remove-example.ts'

export const exampleRoutes: readonly Binding[] = [
  handle(contract.createExample, (ctx) => createExample(ctx)),
  handle(contract.getExampleProgress, (ctx) => readProgress(ctx.db)),
  handle(contract.removeExample, (ctx) => removeExample(ctx)),
]
