import type { OutputOf } from '@sinew/contract/client.ts'
import type { getSoaLine as route, SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { explainLineProof } from '@sinew/core/assurance/explain-assurance.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { keptStatement } from './kept-statement.ts'
import { loadStatement } from './load-statement.ts'
import { soaLines } from './soa-lines.ts'

/** One line with the explanation of its proof. Its reasons and issues need the whole statement, so that is what is loaded. */
export async function getSoaLine(ctx: Context, controlId: string): Promise<OutputOf<typeof route>> {
  const { statement, lines } = await keptStatement(ctx)
  const line = lines.find((one) => one.controlId === controlId)
  const control = statement.snapshot.controls.find((one) => one.id === controlId)
  if (line === undefined || control === undefined) throw notFound('control')
  return { ...line, explanation: explainLineProof(control, statement.derived.at) }
}

export async function getPlainSoaLine(ctx: Context, controlId: string): Promise<SoaLine> {
  const line = soaLines(await loadStatement(ctx)).find((one) => one.controlId === controlId)
  if (line === undefined) throw notFound('control')
  return line
}
