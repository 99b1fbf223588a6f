import type { PaperFormat } from '@sinew/contract/export/paper-format.ts'
import { auditRegister, auditStates, reportedStates } from '@sinew/core/audit/audit-register.ts'
import { findingGrades } from '@sinew/core/audit/audit-words.ts'
import { numberOfRequirement } from '@sinew/core/catalogue/requirement-number.ts'
import type { RecordOf } from '@sinew/core/register/register.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { getRecord } from '../register/register-store.ts'
import { answerPaper, type PaperSection } from '../reports/paper.ts'
import { type AuditContent, auditContent } from './audit-content.ts'
import { auditRules } from './audit-rules.ts'
import { nonconformitiesOf } from './audit-store.ts'

/** The report of an audit: what it looked at, whom it asked, what it saw and found. */
export async function auditReport(ctx: Context, auditId: string, format: PaperFormat): Promise<Response> {
  const audit = await getRecord(ctx, auditRegister, auditRules, auditId)
  const content = await auditContent(ctx.db, audit)
  const { name } = await ctx.db.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const isDraft = !reportedStates.includes(audit.state)
  const opened = await nonconformitiesOf(ctx.db, auditId)
  return answerPaper(
    {
      organization: name,
      title: `Report of the internal audit: ${audit.title}`,
      subject: `AU-${audit.number} · ISO/IEC 27001:2022, 9.2`,
      mark: isDraft ? 'Draft · not reported yet' : auditStates[audit.state],
      isDraft,
      hash: isDraft ? null : contentHash(content),
      facts: factsOf(audit, content),
      sections: sectionsOf(content, opened),
      at: audit.reportedAt === null ? (ctx.asOf ?? ctx.now) : new Date(audit.reportedAt),
      name: `audit-${audit.number}`,
    },
    format,
  )
}

const numbersOf = (requirements: readonly string[]) => requirements.map(numberOfRequirement).join(', ')
const dayOf = (at: string) => formatDay(Date.parse(at))

function factsOf(audit: RecordOf<typeof auditRegister>, content: AuditContent): readonly (readonly [string, string])[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Clauses', audit.clauses],
    ['Controls', audit.controls],
    ['Sites', audit.sites],
    ['Teams and processes', audit.processes],
    ['Methods', audit.methods.map((one) => auditRegister.fields.methods.words?.[one] ?? one)],
  ]
  const facts: (readonly [string, string])[] = [
    ['Dates', `${dayOf(audit.startsAt)} to ${dayOf(audit.endsAt)}`],
    ...content.auditors.map(
      ({ role, name, competence }) => [roleWords[role] ?? role, `${name} (${competence})`] as const,
    ),
    ['Objective', audit.objective],
    ['Criteria', audit.criteria],
    ...lists.map(([label, values]) => [label, values.join(', ')] as const),
    ['Distribution', audit.distribution],
    [
      'Reported',
      audit.reportedAt === null ? '' : `${dayOf(audit.reportedAt)} by ${audit.reportedBy?.name ?? 'nobody'}`,
    ],
  ]
  return facts.filter(([, value]) => value !== '')
}

const roleWords: Readonly<Record<string, string>> = {
  lead: 'Lead auditor',
  auditor: 'Auditor',
  observer: 'Observer',
  expert: 'Expert',
}

const resultWords: Readonly<Record<string, string>> = {
  open: 'Not looked at yet',
  conforms: 'Conforms',
  finding: 'Finding',
  not_applicable: 'Does not apply',
  not_audited: 'Not audited',
}

function sectionsOf(content: AuditContent, opened: readonly { readonly ref: string }[]): readonly PaperSection[] {
  const exceptions = content.auditors.filter(({ exceptionReason }) => exceptionReason !== '')
  const count = (grade: string) => content.findings.filter((one) => one.grade === grade).length
  const counts = Object.entries(findingGrades).map(([grade, words]) => `${words}: ${count(grade)}`)
  return [
    { title: 'Conclusion', paragraphs: [content.conclusion || 'None yet.', `${counts.join(' · ')}.`] },
    {
      title: 'Independence',
      paragraphs:
        exceptions.length === 0
          ? ['No auditor owns anything of the scope.']
          : exceptions.map(
              ({ name, exceptionReason, exceptionByName }) =>
                `${name} owns part of the scope. Decided by ${exceptionByName ?? 'nobody'}: ${exceptionReason}`,
            ),
    },
    {
      title: 'Findings',
      paragraphs: content.findings.length === 0 ? ['None.'] : [],
      table: {
        head: ['Ref', 'Grade', 'Requirement', 'Evidence', 'Gap'],
        widths: [0.8, 1.9, 3, 3, 2.9],
        rows: content.findings.map((one) => [
          one.ref,
          findingGrades[one.grade as keyof typeof findingGrades] ?? one.grade,
          `${one.title}\n${numbersOf(one.requirements)} ${one.requirement}`.trim(),
          one.seen,
          one.gap,
        ]),
      },
    },
    {
      title: 'Follow-up',
      paragraphs: [
        opened.length === 0
          ? 'No nonconformity was opened.'
          : `Each nonconformity has a record of its own: ${opened.map(({ ref }) => ref).join(', ')}.`,
      ],
    },
    {
      title: 'What was asked and seen',
      paragraphs: [],
      table: {
        head: ['Requirement', 'Result', 'Asked whom', 'What was seen', 'Sample'],
        widths: [3, 1.4, 1.6, 3, 2],
        rows: content.checks.map((one) => [
          `${numberOfRequirement(one.requirement)} ${one.title}`,
          resultWords[one.result] ?? one.result,
          one.interviewed,
          one.notes,
          one.sample,
        ]),
      },
    },
    {
      title: 'Audit evidence',
      paragraphs: content.evidence.length === 0 ? ['None written down.'] : [],
      table: {
        head: ['Ref', 'What', 'For', 'Seen', 'SHA-256'],
        widths: [1, 3.4, 1.6, 1.4, 3],
        rows: content.evidence.map((one) => [
          one.ref,
          [one.title, one.source].filter((part) => part !== '').join('\n'),
          numbersOf(one.requirements),
          dayOf(one.seenAt),
          one.hash,
        ]),
      },
    },
    { title: 'Plan', paragraphs: [content.plan || 'None.'] },
  ]
}
