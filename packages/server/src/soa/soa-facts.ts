import { formatInstant, type SoaPaper } from './soa-paper.ts'

/** What the cover of every file says, in order: label and value. */
export function soaFacts(paper: SoaPaper): readonly (readonly [string, string])[] {
  const { content, version, formerNumber } = paper
  const facts: (readonly [string, string])[] = [
    ['Version', version === null ? 'None: this is a draft' : `${version.number}`],
  ]
  facts.push(['Content as of', formatInstant(new Date(content.asOf))])
  if (version !== null) facts.push(...decisionFacts(version))
  facts.push(['Risk methodology', `Version ${content.methodologyVersion}`])
  if (formerNumber !== null) {
    const former = content.previous === null ? '' : `, SHA-256 ${content.previous.hash.slice(0, 16)}…`
    facts.push([version === null ? 'In force' : 'Replaces', `Version ${formerNumber}${former}`])
  }
  return facts
}

function decisionFacts(version: NonNullable<SoaPaper['version']>): readonly (readonly [string, string])[] {
  const { proposedByName, proposedAt, decidedByName, decidedAt, note, decisionNote, status } = version
  const facts: (readonly [string, string])[] = [
    ['Proposed by', `${proposedByName}, ${formatInstant(new Date(proposedAt))}`],
  ]
  if (note !== '') facts.push(['Note of the proposal', note])
  if (decidedByName !== null && decidedAt !== null) {
    const label = status === 'rejected' ? 'Rejected by' : status === 'withdrawn' ? 'Withdrawn by' : 'Approved by'
    const also = version.approvedAlone ? ' (also proposed it; there was nobody else to ask)' : ''
    facts.push([label, `${decidedByName}, ${formatInstant(new Date(decidedAt))}${also}`])
  }
  if (decisionNote !== '') facts.push(['Note of the decision', decisionNote])
  return facts
}
