import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import type { AskedQuestion, GivenAnswers } from '@sinew/core/supplier/questionnaire.ts'
import { scoreOf } from '@sinew/core/supplier/questionnaire.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { addEvidence } from '../evidence/create-evidence.ts'
import { getNeedsToServe } from '../evidence/may-serve.ts'

type Proved = { readonly evidenceId: string; readonly number: number }

/** An independent body says so: attested, as long as the certificate is valid. The cadence of the need can end it sooner. */
export async function proveByCertificate(ctx: Context, id: string, needIds: readonly string[]): Promise<Proved> {
  return prove(ctx, 'supplier_certificate', needIds, async (tx) => {
    const row = await tx
      .selectFrom('supplier_certificate as certificate')
      .innerJoin('supplier', 'supplier.id', 'certificate.supplier_id')
      .selectAll('certificate')
      .select('supplier.name as supplier')
      .where('certificate.id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound('certificate')
    assertAllowed([
      ...usedAlready(row.evidence_id),
      ...(row.valid_until <= ctx.now
        ? refuse('certificate-ended', 'It has run out: a certificate proves nothing after its last day.')
        : []),
    ])
    const note = [`Issued by ${row.issuer}`, row.reference, row.covers].filter((part) => part !== '').join('. ')
    const isLink = /^https?:\/\//.test(row.url)
    return {
      id,
      evidence: {
        title: `${row.supplier}: ${row.title}`.slice(0, 300),
        kind: isLink ? 'link' : 'note',
        url: isLink ? row.url : null,
        note,
        provenance: 'attested',
        isIndependent: true,
        result: { kind: 'pass' },
        periodFrom: row.issued_at.toISOString(),
        periodTo: null,
        validUntil: row.valid_until.toISOString(),
        needIds,
      },
    }
  })
}

/** A review is our own word on the supplier; it counts until the next one is due. */
export async function proveByReview(ctx: Context, id: string, needIds: readonly string[]): Promise<Proved> {
  return prove(ctx, 'supplier_review', needIds, async (tx) => {
    const row = await tx
      .selectFrom('supplier_review as review')
      .innerJoin('supplier', 'supplier.id', 'review.supplier_id')
      .selectAll('review')
      .select(['supplier.name as supplier', 'supplier.review_every_days as every'])
      .where('review.id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound('review')
    const until = row.every === null ? null : new Date(row.at.getTime() + row.every * dayMs)
    assertAllowed([
      ...usedAlready(row.evidence_id),
      ...(until !== null && until <= ctx.now
        ? refuse('review-old', 'The next review is due already: record that one.')
        : []),
    ])
    return {
      id,
      evidence: {
        title: `Review of ${row.supplier}: ${row.title}`.slice(0, 300),
        kind: 'note',
        url: null,
        note: [row.title, row.seen, row.open_points].filter((part) => part !== '').join('\n'),
        provenance: 'declared',
        isIndependent: false,
        result: { kind: row.outcome === 'met' ? 'pass' : 'fail' },
        periodFrom: null,
        periodTo: null,
        collectedAt: new Date(Math.min(row.at.getTime(), ctx.now.getTime())),
        validUntil: until?.toISOString() ?? null,
        needIds,
      },
    }
  })
}

/** What a supplier says of itself: declared, as far as its answers are good. */
export async function proveByAnswers(ctx: Context, id: string, needIds: readonly string[]): Promise<Proved> {
  return prove(ctx, 'supplier_questionnaire', needIds, async (tx) => {
    const row = await tx
      .selectFrom('supplier_questionnaire as sent')
      .innerJoin('supplier', 'supplier.id', 'sent.supplier_id')
      .selectAll('sent')
      .select('supplier.name as supplier')
      .where('sent.id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound('questionnaire')
    // Written by sendQuestionnaire and saveAnswers alone.
    const { passed, expected } = scoreOf(row.questions as AskedQuestion[], row.answers as GivenAnswers)
    assertAllowed([
      ...usedAlready(row.evidence_id),
      ...(row.state === 'submitted' ? [] : refuse('not-answered', 'It is not answered yet.')),
      ...(expected === 0 ? refuse('nothing-judged', 'No question of it has a good answer to compare with.') : []),
    ])
    return {
      id,
      evidence: {
        title: `${row.supplier} answered: ${row.title}`.slice(0, 300),
        kind: 'note',
        url: null,
        note: `${passed} of ${expected} answers are as wanted. Answered by ${row.submitted_by_name}.`,
        provenance: 'declared',
        isIndependent: false,
        result: { kind: 'k_of_n', passed, expected },
        periodFrom: null,
        periodTo: null,
        ...(row.submitted_at === null ? {} : { collectedAt: row.submitted_at }),
        validUntil: null,
        needIds,
      },
    }
  })
}

const usedAlready = (evidenceId: string | null): readonly Refusal[] =>
  evidenceId === null ? [] : refuse('used-already', 'It is evidence already: link that piece to further needs.')

type Source = 'supplier_certificate' | 'supplier_review' | 'supplier_questionnaire'
type Made = { readonly id: string; readonly evidence: Omit<Parameters<typeof addEvidence>[2], 'nature'> }

async function prove(
  ctx: Context,
  table: Source,
  needIds: readonly string[],
  make: (tx: Writer) => Promise<Made>,
): Promise<Proved> {
  return ctx.recorded({}, async (tx) => {
    await getNeedsToServe(tx, needIds)
    const { id, evidence } = await make(tx)
    const added = await addEvidence(ctx, tx, { ...evidence, nature: 'operation' })
    // The three tables have the column alike.
    await tx
      .updateTable(table as 'supplier_certificate')
      .set({ evidence_id: added.id, updated_at: ctx.now })
      .where('id', '=', id)
      .execute()
    return { evidenceId: added.id, number: added.number }
  })
}
