import type { PaperFormat } from '@sinew/contract/export/paper-format.ts'
import { managementReviewRegister, reviewStates } from '@sinew/core/management-review/management-review-register.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { getRecord } from '../register/register-store.ts'
import { answerPaper } from '../reports/paper.ts'
import { reviewRules } from './review-rules.ts'
import { decisionsOf, inputsOf, participantsOf } from './review-store.ts'

const dayOf = (at: string | null) => (at === null ? '' : formatDay(Date.parse(at)))
const roles: Readonly<Record<string, string>> = {
  top: 'Top management',
  isms: 'Runs the ISMS',
  owner: 'Owner of risks or processes',
  auditor: 'Auditor',
  guest: 'Guest',
}

/** The minutes of a review: who was there, what was looked at as it was then, what was said and decided. */
export async function reviewMinutes(ctx: Context, reviewId: string, format: PaperFormat): Promise<Response> {
  const review = await getRecord(ctx, managementReviewRegister, reviewRules, reviewId)
  const { name } = await ctx.db.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const inputs = await inputsOf(ctx.db, reviewId)
  const participants = await participantsOf(ctx.db, reviewId)
  const decisions = await decisionsOf(ctx.db, reviewId)
  const isDraft = review.state !== 'signed'
  const facts: readonly (readonly [string, string])[] = [
    ['Meeting', [dayOf(review.meetingAt), review.place].filter((part) => part !== '').join(', ')],
    ['Chair', review.chair?.name ?? ''],
    ['Inputs frozen', dayOf(review.heldAt)],
    ['Signed off', review.signedAt === null ? '' : `${dayOf(review.signedAt)} by ${review.signedBy?.name ?? 'nobody'}`],
    ['Next review', dayOf(review.nextAt)],
  ]
  return answerPaper(
    {
      organization: name,
      title: `Minutes: ${review.title}`,
      subject: `MR-${review.number} · ISO/IEC 27001:2022, 9.3`,
      mark: isDraft ? 'Draft · not signed off' : reviewStates[review.state],
      isDraft,
      hash: review.snapshotHash === '' ? null : review.snapshotHash,
      facts: facts.filter(([, value]) => value !== ''),
      sections: [
        {
          title: 'Participants',
          paragraphs: [],
          table: {
            head: ['Name', 'As what', 'Role', 'Present'],
            widths: [2, 3, 2, 1],
            rows: participants.map((one) => [
              one.name,
              one.title,
              roles[one.role] ?? one.role,
              one.isPresent ? 'Yes' : 'No',
            ]),
          },
        },
        ...inputs.map(({ input, title, facts: lines, entry }) => ({
          title: `${input.charAt(0)}) ${title}`,
          paragraphs: [...lines, entry === '' ? 'No entry yet.' : `The meeting: ${entry}`],
        })),
        {
          title: 'Decisions',
          paragraphs: decisions.length === 0 ? ['None yet.'] : [],
          table: {
            head: ['Ref', 'Decision', 'Owner', 'Due', 'Done'],
            widths: [1, 5, 2, 1.5, 1.5],
            rows: decisions.map((one) => [one.ref, one.title, one.owner, dayOf(one.dueAt), dayOf(one.doneAt)]),
          },
        },
        { title: 'Conclusion', paragraphs: [review.minutes || 'None yet.'] },
      ],
      at: review.signedAt === null ? (ctx.asOf ?? ctx.now) : new Date(review.signedAt),
      name: `management-review-${review.number}`,
    },
    format,
  )
}
