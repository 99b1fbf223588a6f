import * as contract from '@sinew/contract/example/example-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { createExample } from './create-example.ts'

export const exampleRoutes: readonly Binding[] = [
  handle(contract.createExample, (ctx) => createExample(ctx)),
  handle(contract.getExampleProgress, async (ctx) => {
    const row = await ctx.db.selectFrom('example_progress').select(['state', 'done', 'total']).executeTakeFirst()
    if (!row) return { state: 'none' as const, done: 0, total: 0 }
    return { state: row.state as 'telling' | 'told' | 'failed', done: row.done, total: row.total }
  }),
]
