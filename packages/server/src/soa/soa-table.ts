import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import type { SoaChange } from '@sinew/core/soa/diff-soa.ts'
import type { SoaIssue } from '@sinew/core/soa/lint-issue.ts'
import type { SoaContentLine } from '@sinew/core/soa/soa-content.ts'
import { reasonWords, soaFieldWords } from '@sinew/core/soa/soa-words.ts'
import type { ExportValue } from '../export/export-table.ts'
import { type SheetColumn, tableSheet, toWorkbook } from '../export/workbook.ts'
import { soaFacts } from './soa-facts.ts'
import type { SoaMoney, SoaPaper } from './soa-paper.ts'
import { implementationWords, proofWords } from './soa-words.ts'

type Column = SheetColumn<SoaContentLine>

/** The columns of the statement in every spreadsheet; the last says which statement a row was taken from. */
export function soaColumns(mark: string, money: SoaMoney | null): readonly Column[] {
  return [
    { header: 'Ref', width: 9, value: (line) => line.ref },
    { header: 'Control', width: 36, wrap: true, value: (line) => line.title },
    { header: 'Source', width: 11, value: (line) => (line.source === 'annex_a' ? 'Annex A' : 'Own') },
    { header: 'Applicable', width: 11, value: (line) => line.applicable },
    { header: 'Reasons', width: 52, wrap: true, value: (line) => line.reasons.map(reasonText).join('\n') },
    { header: 'Risks', width: 16, wrap: true, value: (line) => refsOf(line, 'risk_treatment') },
    { header: 'Obligations', width: 16, wrap: true, value: (line) => refsOf(line, null) },
    { header: 'Justification of exclusion', width: 44, wrap: true, value: (line) => line.justification },
    {
      header: 'Implementation',
      width: 19,
      value: (line) => ofApplicable(line, implementationWords[line.implementation]),
    },
    {
      header: 'Implemented share',
      width: 12,
      percent: true,
      value: (line) => ofApplicable(line, line.implementedShare),
    },
    { header: 'How it is implemented', width: 52, wrap: true, value: (line) => line.description },
    { header: 'Planned for', width: 13, value: (line) => (line.plannedAt === null ? null : new Date(line.plannedAt)) },
    { header: 'Proof', width: 11, value: (line) => proofWords[line.proof] },
    { header: 'Assurance', width: 11, percent: true, value: (line) => ofApplicable(line, line.assurance) },
    ...(money === null ? [] : moneyColumns(money)),
    { header: 'Owner', width: 20, value: (line) => line.ownerName },
    { header: 'Evidence', width: 44, wrap: true, value: (line) => line.evidence.map(evidenceText).join('\n') },
    {
      header: 'Evidence needs',
      width: 44,
      wrap: true,
      value: (line) => line.needs.map((need) => need.title).join('\n'),
    },
    { header: 'Remarks', width: 36, wrap: true, value: (line) => line.remarks },
    { header: 'Statement', width: 24, value: () => mark },
  ]
}

/** In whole units of the currency a year; only the statement as it is has them. */
function moneyColumns({ currency, byControl }: SoaMoney): readonly Column[] {
  const unit = 10 ** minorDigitsOf(currency)
  const column = (header: string, of: (worth: NonNullable<SoaLine['worth']>) => number): Column => ({
    header: `${header} (${currency})`,
    width: 16,
    value: (line) => {
      const worth = byControl.get(line.controlId) ?? null
      return worth === null ? null : ofApplicable(line, of(worth) / unit)
    },
  })
  return [
    column('Worth a year, claimed', ({ claimedMinor }) => claimedMinor),
    column('Worth a year, proven', ({ provenMinor }) => provenMinor),
    column('Its gap costs a year', ({ gapMinor }) => gapMinor),
  ]
}

function ofApplicable(line: SoaContentLine, value: ExportValue): ExportValue {
  return line.applicable ? value : null
}

export function reasonText(reason: SoaContentLine['reasons'][number]): string {
  return `${reasonWords[reason.kind]}: ${reason.text}`
}

export function evidenceText(piece: SoaContentLine['evidence'][number]): string {
  return `${piece.ref} ${piece.title} (${piece.collectedAt.slice(0, 10)})`
}

// A reason of a risk is of that kind; every other reference is an obligation's.
function refsOf(line: SoaContentLine, kind: 'risk_treatment' | null): string {
  return line.reasons
    .flatMap((reason) =>
      (reason.kind === 'risk_treatment') === (kind !== null) && reason.ref !== null ? [reason.ref] : [],
    )
    .join(', ')
}

const changeColumns: readonly SheetColumn<SoaChange>[] = [
  { header: 'Ref', width: 9, value: (change) => change.ref },
  { header: 'Control', width: 36, wrap: true, value: (change) => change.title },
  { header: 'What', width: 26, value: (change) => soaFieldWords[change.field] },
  { header: 'Before', width: 52, wrap: true, value: (change) => change.before },
  { header: 'After', width: 52, wrap: true, value: (change) => change.after },
  { header: 'Asks for approval', width: 16, value: (change) => change.needsApproval },
]

const issueColumns: readonly SheetColumn<SoaIssue>[] = [
  { header: 'Ref', width: 9, value: (issue) => issue.ref ?? 'All' },
  { header: 'Severity', width: 11, value: (issue) => issue.severity },
  { header: 'Rule', width: 34, value: (issue) => issue.rule },
  { header: 'What is to be looked at', width: 100, wrap: true, value: (issue) => issue.sentence },
]

/** Cover, controls, what changed since the version before, and for a draft what is to be looked at. */
export function soaWorkbook(paper: SoaPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { content, changes, issues, formerNumber } = paper
  const facts = [
    ['Organisation', content.organization],
    ['Status', paper.mark],
    ['', paper.sentence],
    ...soaFacts(paper),
    ['Scope', content.scope],
    ['SHA-256 of the content', paper.hash],
    ['Controls', content.lines.length],
    ['Applicable', content.lines.filter((line) => line.applicable).length],
    ['Excluded', content.lines.filter((line) => !line.applicable).length],
    ...paper.headChanges.map((change) => ['Changed', change.sentence] as const),
  ] as const
  const sheets = [
    { kind: 'facts', name: 'Cover', title: 'Statement of Applicability', facts } as const,
    tableSheet('Controls', soaColumns(paper.mark, paper.money), content.lines),
  ]
  if (formerNumber !== null) sheets.push(tableSheet(`Changes since version ${formerNumber}`, changeColumns, changes))
  if (issues.length > 0) sheets.push(tableSheet('To be looked at', issueColumns, issues))
  return toWorkbook(sheets)
}
