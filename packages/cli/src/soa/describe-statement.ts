import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { printFields, printTable } from '../print-table.ts'

/** The whole statement for a person: what is in force, how it stands, what stands in the way of the next version. */
export function describeStatement(soa: Soa): string {
  const { counts } = soa
  const proof = Object.entries(counts.proof).map(([name, count]) => `${count} ${name}`)
  const steps = Object.entries(counts.implementation).map(([name, count]) => `${count} ${name.replace('_', ' ')}`)
  const { error, warning, note } = counts.issues
  const parts = [
    `Statement of Applicability of ${soa.organization}\n`,
    printFields([
      ['In force', soa.approved === null ? 'no version yet' : describeVersion(soa.approved)],
      ['Proposed', soa.proposed === null ? null : describeVersion(soa.proposed)],
      [
        'Changed since',
        soa.approved === null ? null : `${counts.changed.decision} by decision, ${counts.changed.status} in status`,
      ],
      [
        'Lines',
        `${counts.lines}: ${counts.applicable} applicable, ${counts.excluded} left out, ${counts.undecided} not decided yet`,
      ],
      ['Implementation', steps.join(', ')],
      ['Proof', proof.join(', ')],
      ['Findings', `${error} errors, ${warning} warnings, ${note} notes`],
      ['Methodology', `version ${soa.methodologyVersion}`],
      ['Scope', soa.scope || 'none is written down'],
    ]),
    ...soa.proposeRefusals.map((refusal) => `No version can be proposed: ${refusal.message}\n`),
  ]
  return parts.join('')
}

function describeVersion({ number, status, proposedByName, proposedAt, decidedByName, decidedAt }: SoaVersion): string {
  const [who, when] = status === 'proposed' ? [proposedByName, proposedAt] : [decidedByName ?? '', decidedAt ?? '']
  return `version ${number}, ${status} by ${who} on ${when.slice(0, 10)}`
}

/** One line for a person: why, how, what proves it, what is to be looked at, what changed. */
export function describeLine(line: SoaLine, approvedNumber: number | null): string {
  const partly = line.implementation === 'partly' ? ` ${percent(line.claimedShare)}` : ''
  const parts = [
    `${line.ref} ${line.title}\n`,
    printFields([
      ['Applicable', line.applicable ? 'yes' : 'no'],
      ['Justification', line.applicable ? null : line.justification || 'none'],
      ['Implementation', line.applicable ? `${line.implementation.replace('_', ' ')}${partly}` : null],
      ['Description', line.description],
      ['Planned for', line.plannedAt?.slice(0, 10)],
      ['Proof', `${line.proof}${line.due ? ', due soon' : ''}`],
      ['Assurance', line.applicable ? percent(line.assurance) : null],
      ['Next due', line.nextDueAt?.slice(0, 10)],
      ['Owner', line.ownerName ?? 'nobody'],
      ['Remarks', line.remarks],
    ]),
    ...line.reasons.map(({ kind, text }) => `  because  ${kind.replace('_', ' ')}: ${text}\n`),
    ...line.issues.map(({ severity, sentence }) => `  ${severity.padEnd(8)} ${sentence}\n`),
    ...line.changes.map(({ sentence }) => `  since v${approvedNumber}  ${sentence}\n`),
    describeNeeds(line),
  ]
  return parts.map(harmless).join('')
}

function describeNeeds({ needs }: SoaLine): string {
  if (needs.length === 0) return 'Nothing is named that would prove it.\n'
  return printTable(needs, [
    { title: 'Proof', value: (need) => need.proof },
    { title: 'State', value: (need) => need.reason.replace('_', ' ') },
    { title: 'Every', value: (need) => `${need.cadenceDays} d`, align: 'right' },
    { title: 'Newest', value: ({ newest }) => (newest === null ? '-' : `E-${newest.number}`) },
    { title: 'Until', value: (need) => need.validUntil?.slice(0, 10) ?? '-' },
    { title: 'Need', value: (need) => need.title },
  ])
}

// What somebody typed cannot steer the terminal; our own line ends stay.
function harmless(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}]+/gu, ' ')
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
