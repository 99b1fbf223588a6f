import { implementations } from '@sinew/contract/control/control-words.ts'
import { canonicalJson } from '@sinew/core/json/canonical-json.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { type LineProof, proofStatuses } from '@sinew/core/soa/proof-status.ts'
import type { SoaContentLine } from '@sinew/core/soa/soa-content.ts'
import { reasonWords, soaFieldWords } from '@sinew/core/soa/soa-words.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import { type TypesetPdf, typesetPdf } from '../reports/typeset-pdf.ts'
import { soaFacts } from './soa-facts.ts'
import type { SoaMoney, SoaPaper } from './soa-paper.ts'
import { evidenceText } from './soa-table.ts'
import { implementationWords, proofMeanings, proofWords } from './soa-words.ts'

const template = new URL('./soa-report.typ', import.meta.url)
const lineProofs: readonly LineProof[] = [...proofStatuses.toReversed(), 'excluded']

/** The statement typeset on A4, with its canonical content inside the file. */
export function soaReport(paper: SoaPaper): Promise<TypesetPdf> {
  return typesetPdf({
    template,
    data: reportData(paper),
    attachments: [{ path: 'content.json', content: canonicalJson(paper.content) }],
    createdAt: paper.at.getTime(),
  })
}

function reportData(paper: SoaPaper) {
  const { content, version, hash } = paper
  return {
    organization: content.organization,
    standard: 'ISO/IEC 27001:2022, 6.1.3 d)',
    mark: paper.mark,
    draft: version === null,
    approved: version?.status === 'approved' || version?.status === 'superseded',
    sentence: paper.sentence,
    footer: `${paper.mark} · SHA-256 ${hash}`,
    hash,
    facts: soaFacts(paper),
    scope: content.scope,
    counts: counts(content.lines),
    legend: lineProofs.map((key) => ({ key, label: proofWords[key], text: proofMeanings[key] })),
    words: {
      proof: proofWords,
      implementation: implementationWords,
      reason: reasonWords,
      bar: 'Outline: how much is stated to be in place. Solid: how much of it up-to-date evidence proves.',
    },
    changes: changes(paper),
    themes: themes(content.lines, paper.money),
  }
}

type CountRow = {
  readonly label: string
  readonly mark: LineProof | null
  readonly count: number
  readonly share: number
}

function counts(lines: readonly SoaContentLine[]) {
  const applicable = lines.filter((line) => line.applicable)
  const countIn = (
    all: readonly SoaContentLine[],
    label: string,
    is: (line: SoaContentLine) => boolean,
    mark: LineProof | null = null,
  ): CountRow => {
    const count = all.filter(is).length
    return { label, mark, count, share: all.length === 0 ? 0 : count / all.length }
  }
  return [
    {
      title: 'Controls',
      rows: [
        countIn(lines, 'Controls of Annex A', (line) => line.source === 'annex_a'),
        countIn(lines, 'Own controls', (line) => line.source === 'own'),
        countIn(lines, 'Applicable', (line) => line.applicable),
        countIn(lines, 'Excluded', (line) => !line.applicable, 'excluded'),
      ],
    },
    {
      title: 'Of the applicable, implemented',
      rows: implementations
        .toReversed()
        .map((step) => countIn(applicable, implementationWords[step], (line) => line.implementation === step)),
    },
    {
      title: 'Of the applicable, proven',
      rows: proofStatuses
        .toReversed()
        .map((proof) => countIn(applicable, proofWords[proof], (line) => line.proof === proof, proof)),
    },
  ]
}

function changes({ formerNumber, headChanges, changes: ofLines }: SoaPaper) {
  if (formerNumber === null) return null
  const rows = ofLines.map((change) => ({
    ref: change.ref,
    title: change.title,
    field: soaFieldWords[change.field],
    before: change.before || '–',
    after: change.after || '–',
  }))
  return {
    title: `What changed since version ${formerNumber}`,
    none: 'Nothing.',
    head: headChanges.map((change) => change.sentence),
    rows,
  }
}

const clauses: readonly (readonly [string, string])[] = [
  ['A.5.', 'A.5 Organizational controls'],
  ['A.6.', 'A.6 People controls'],
  ['A.7.', 'A.7 Physical controls'],
  ['A.8.', 'A.8 Technological controls'],
]

function themes(lines: readonly SoaContentLine[], money: SoaMoney | null) {
  const annexA = clauses.map(([prefix, title]) => ({
    title,
    lines: lines.filter((line) => line.source === 'annex_a' && line.ref.startsWith(prefix)),
  }))
  const own = { title: 'Own controls', lines: lines.filter((line) => line.source === 'own') }
  return [...annexA, own]
    .filter((theme) => theme.lines.length > 0)
    .map((theme) => ({
      title: `${theme.title} (${theme.lines.length})`,
      lines: theme.lines.map((line) => reportLine(line, money)),
    }))
}

/** A line of fewer characters fits on half a page. */
const longLineCharacters = 1_500

/** What it is proven to save a year and what its gap costs, where it treats a priced risk. */
function moneyDetail({ controlId }: SoaContentLine, money: SoaMoney | null): string {
  const worth = money?.byControl.get(controlId) ?? null
  if (money === null || worth === null || (worth.claimedMinor === 0 && worth.gapMinor === 0)) return ''
  const short = (minor: number) => formatMoneyShort(minor, money.currency)
  return `; saves ${short(worth.provenMinor)} a year, gap ${short(worth.gapMinor)}`
}

function reportLine(line: SoaContentLine, money: SoaMoney | null) {
  const { ref, title, applicable, justification, implementation, description, remarks, proof } = line
  return {
    ...{ ref, title, applicable, justification, implementation, description, remarks, proof },
    reasons: line.reasons.map((reason) => ({ ...reason, text: withoutRef(reason.text, reason.ref) })),
    claimed: line.implementedShare,
    proven: line.assurance,
    claimedPercent: percent(line.implementedShare),
    planned:
      line.plannedAt === null || line.implementation === 'implemented'
        ? null
        : `Planned for ${formatDay(Date.parse(line.plannedAt))}`,
    proofDetail: applicable ? `Assurance ${percent(line.assurance)}${moneyDetail(line, money)}` : '',
    owner: line.ownerName ?? '',
    evidence: line.evidence.map(evidenceText),
    long: JSON.stringify([line.reasons, line.description, line.evidence]).length > longLineCharacters,
  }
}

// The reference is set apart in the table; "Treats R-12 Ransomware" beside "R-12" would say it twice.
function withoutRef(text: string, ref: string | null): string {
  if (ref === null) return text
  const at = text.indexOf(`${ref} `)
  return at < 0 ? text : text.slice(at + ref.length + 1)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
