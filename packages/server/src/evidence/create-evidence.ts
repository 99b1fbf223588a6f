import type { Evidence, createEvidence as route } from '@sinew/contract/evidence/evidence-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { evidenceRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import type { Context, Writer } from '../context.ts'
import { fromResult } from '../db/evidence-result.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { AppError, assertAllowed, type FieldError, notFound, RefusalError } from '../errors.ts'
import { getEvidence } from './get-evidence.ts'
import { insertServes } from './insert-serves.ts'
import { getNeedsToServe, servingRefusals } from './may-serve.ts'

type Input = ParsedBody<typeof route>

/** Adds a piece that a person answers for. From here on what it proves does not change. */
export async function createEvidence(ctx: Context, input: Input): Promise<Evidence> {
  const { id } = await ctx.recorded({}, (tx) =>
    addEvidence(ctx, tx, {
      ...input,
      collectedAt: input.collectedAt === undefined ? undefined : new Date(input.collectedAt),
      isIndependent: false,
    }),
  )
  return getEvidence(ctx, id)
}

/** A piece as other features hand it in: what is left out is empty. */
export type Piece = Pick<Input, 'title' | 'kind' | 'url' | 'note' | 'nature' | 'provenance' | 'result'> &
  Pick<Input, 'validUntil' | 'periodFrom' | 'periodTo'> & {
    readonly needIds: readonly string[]
    readonly fileId?: string | null
    readonly supersedesId?: string | null
    /** Now, when left out. */
    readonly collectedAt?: Date | undefined
    /** Attested by a body outside that is named in it, such as a certifier: whoever hands it in does not attest it. */
    readonly isIndependent: boolean
  }

/** Adds a piece within a transaction that is under way. */
export async function addEvidence(
  ctx: Context,
  tx: Writer,
  given: Piece,
): Promise<{ readonly id: string; readonly number: number }> {
  const { isIndependent, collectedAt = ctx.now, ...rest } = given
  const input = { fileId: null, supersedesId: null, ...rest }
  const needs = await getNeedsToServe(tx, input.needIds)
  if (input.fileId !== null) await assertFile(tx, input.fileId)
  const superseded = input.supersedesId === null ? null : await lockSuperseded(tx, input.supersedesId)
  assertFields([
    ...contentErrors(input),
    ...draftErrors(input, collectedAt, ctx.now),
    ...(superseded !== null && superseded.collected_at > collectedAt
      ? [{ path: 'collectedAt', message: `It is older than E-${superseded.number}, which it is to supersede.` }]
      : []),
  ])
  const { nature } = input
  const provenance = isIndependent ? 'declared' : input.provenance
  const piece = { nature, provenance, collectorId: null, submittedBy: ctx.actor.id } as const
  assertAllowed(await servingRefusals(tx, piece, needs))
  const id = newId()
  const number = await nextNumber(tx, 'evidence')
  await insertEvidence(ctx, tx, { id, number, collectedAt }, input)
  const needIds = needs.map((need) => need.id)
  await insertServes(tx, ctx.organizationId, { id, collectedAt }, needIds)
  return { id, number }
}

type Full = Omit<Piece, 'isIndependent' | 'collectedAt' | 'fileId' | 'supersedesId'> & {
  readonly fileId: string | null
  readonly supersedesId: string | null
}
type Kept = { readonly id: string; readonly number: number; readonly collectedAt: Date }

async function insertEvidence(ctx: Context, tx: Writer, { id, number, collectedAt }: Kept, input: Full): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({
      organization_id: ctx.organizationId,
      id,
      number,
      title: input.title,
      kind: input.kind,
      file_id: input.fileId,
      url: input.url,
      note: input.note,
      nature: input.nature,
      provenance: input.provenance,
      ...fromResult(input.result),
      period_from: input.periodFrom,
      period_to: input.periodTo,
      collected_at: collectedAt,
      valid_until: input.validUntil,
      submitted_by: ctx.actor.id,
      submitted_by_name: ctx.actor.name,
      supersedes_id: input.supersedesId,
    })
    .execute()
}

const content = {
  file: { path: 'fileId', message: 'Choose the file.' },
  link: { path: 'url', message: 'Give the address.' },
  note: { path: 'note', message: 'Write down what was seen.' },
} as const

/** The kind says which of file, address and note is the evidence; the note may accompany the other two. */
function contentErrors(input: Full): readonly FieldError[] {
  const missing = { file: input.fileId === null, link: input.url === null, note: input.note === '' }[input.kind]
  const errors: FieldError[] = missing ? [content[input.kind]] : []
  if (input.kind !== 'file' && input.fileId !== null) errors.push({ path: 'fileId', message: 'Only with kind file.' })
  if (input.kind !== 'link' && input.url !== null) errors.push({ path: 'url', message: 'Only with kind link.' })
  return errors
}

function draftErrors(input: Full, collectedAt: Date, now: Date): readonly FieldError[] {
  const at = (text: string | null) => (text === null ? null : Date.parse(text))
  const draft = {
    title: input.title,
    result: input.result,
    collectedAt: collectedAt.getTime(),
    validUntil: at(input.validUntil),
    periodFrom: at(input.periodFrom),
    periodTo: at(input.periodTo),
  }
  return evidenceRefusals(draft, now.getTime()).map(({ field, message }) => ({ path: field, message }))
}

function assertFields(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new AppError(422, 'Some fields are not right.', { errors })
}

async function assertFile(tx: Writer, fileId: string): Promise<void> {
  const file = await tx.selectFrom('file').select('id').where('id', '=', fileId).executeTakeFirst()
  if (!file) throw notFound('file')
}

/** The piece that is to be superseded; only one piece takes its place. */
async function lockSuperseded(tx: Writer, evidenceId: string) {
  const row = await tx
    .selectFrom('evidence')
    .select(['number', 'collected_at'])
    .where('id', '=', evidenceId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('piece of evidence')
  const successor = await tx
    .selectFrom('evidence')
    .select('number')
    .where('supersedes_id', '=', evidenceId)
    .executeTakeFirst()
  if (successor) {
    const message = `E-${row.number} is superseded by E-${successor.number} already. Supersede that one.`
    throw new RefusalError([{ code: 'already-superseded', message }])
  }
  return row
}
