import { needWeakenings } from '../control/need-rules.ts'
import type { SoaContent, SoaContentLine, SoaContentNeed } from './soa-content.ts'

export type SoaField =
  | 'line'
  | 'title'
  | 'applicable'
  | 'justification'
  | 'reasons'
  | 'needs'
  | 'implementation'
  | 'description'
  | 'owner'
  | 'plannedAt'
  | 'remarks'
  | 'proof'

/** One difference between two contents. */
export type SoaChange = {
  readonly controlId: string
  readonly ref: string
  readonly title: string
  readonly field: SoaField
  readonly before: string | null
  readonly after: string | null
  /** A decision (applicability, reasons, justification, own controls, weaker needs) asks for a new version; a status only informs. */
  readonly needsApproval: boolean
  readonly sentence: string
}

/** What changed from `before` to `after`, line by line in the order of `after`, then what was removed. */
export function diffSoa(before: SoaContent, after: SoaContent): readonly SoaChange[] {
  const earlier = new Map(before.lines.map((line) => [line.controlId, line]))
  const later = new Set(after.lines.map((line) => line.controlId))
  return [
    ...after.lines.flatMap((line) => {
      const was = earlier.get(line.controlId)
      return was === undefined ? [lineChange(line, 'added')] : changesOf(was, line)
    }),
    ...before.lines.filter((line) => !later.has(line.controlId)).map((line) => lineChange(line, 'removed')),
  ]
}

type About = Pick<SoaChange, 'controlId' | 'ref' | 'title'>
const about = ({ controlId, ref, title }: SoaContentLine): About => ({ controlId, ref, title })

function lineChange(line: SoaContentLine, what: 'added' | 'removed'): SoaChange {
  const name = `${line.ref} ${line.title}`
  return {
    ...about(line),
    field: 'line',
    before: what === 'added' ? null : name,
    after: what === 'added' ? name : null,
    needsApproval: true,
    sentence: `${name} was ${what}.`,
  }
}

function changesOf(was: SoaContentLine, is: SoaContentLine): readonly SoaChange[] {
  const words = (line: SoaContentLine): Readonly<Record<Exclude<SoaField, 'line' | 'needs'>, string | null>> => ({
    title: line.title,
    applicable: line.applicable ? 'applicable' : 'excluded',
    justification: line.justification,
    reasons: line.reasons.map((reason) => reason.text).join('; '),
    implementation: implementationInWords(line),
    description: line.description,
    owner: line.ownerName,
    plannedAt: line.plannedAt?.slice(0, 10) ?? null,
    remarks: line.remarks,
    proof: line.proof,
  })
  const before = words(was)
  const after = words(is)
  const changed = simpleFields.filter(({ field }) => {
    if (field === 'reasons') return reasonKeys(was) !== reasonKeys(is)
    // Left out or taken in, the proof changes with it: that is said already.
    if (field === 'proof' && was.applicable !== is.applicable) return false
    return before[field] !== after[field]
  })
  return [
    ...changed.map(({ field, name, needsApproval }) => ({
      ...about(is),
      field,
      before: before[field],
      after: after[field],
      needsApproval,
      sentence: `${is.ref} ${name}: ${before[field] || 'none'} → ${after[field] || 'none'}.`,
    })),
    ...needChanges(was, is),
  ]
}

// A reason is the risk or obligation it comes from, whatever that is called now; a written one is its text.
function reasonKeys({ reasons }: SoaContentLine): string {
  return JSON.stringify(reasons.map(({ kind, text, ref }) => [kind, ref ?? text]))
}

const simpleFields = [
  { field: 'title', name: 'title', needsApproval: true },
  { field: 'applicable', name: 'applicability', needsApproval: true },
  { field: 'justification', name: 'justification', needsApproval: true },
  { field: 'reasons', name: 'reasons', needsApproval: true },
  { field: 'implementation', name: 'implementation', needsApproval: false },
  { field: 'description', name: 'description', needsApproval: false },
  { field: 'owner', name: 'owner', needsApproval: false },
  { field: 'plannedAt', name: 'planned date', needsApproval: false },
  { field: 'remarks', name: 'remarks', needsApproval: false },
  { field: 'proof', name: 'proof', needsApproval: false },
] as const

function implementationInWords({ implementation, implementedShare }: SoaContentLine): string {
  if (implementation === 'partly') return `partly (${Math.round(implementedShare * 100)} %)`
  return implementation.replace('_', ' ')
}

// A need that was removed or weakened makes the control easier to prove: that is approved again. Stricter ones only inform.
function needChanges(was: SoaContentLine, is: SoaContentLine): readonly SoaChange[] {
  const earlier = new Map(was.needs.map((need) => [need.id, need]))
  const later = new Map(is.needs.map((need) => [need.id, need]))
  const ids = [...new Set([...later.keys(), ...earlier.keys()])]
  return ids.flatMap((id) => {
    const before = earlier.get(id) ?? null
    const after = later.get(id) ?? null
    const beforeWords = before === null ? null : needInWords(before)
    const afterWords = after === null ? null : needInWords(after)
    if (beforeWords === afterWords) return []
    const weakened = before !== null && needWeakenings(before, after).length > 0
    return [
      {
        ...about(is),
        field: 'needs' as const,
        before: beforeWords,
        after: afterWords,
        needsApproval: weakened,
        sentence: `${is.ref} evidence need: ${beforeWords ?? 'none'} → ${afterWords ?? 'none'}.`,
      },
    ]
  })
}

function needInWords({ title, cadenceDays, weight, nature }: SoaContentNeed): string {
  return `${title} (${nature}, every ${cadenceDays} days, weight ${weight})`
}
