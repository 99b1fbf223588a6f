import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { ControlInput, EvidenceInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedControl } from '@sinew/core/control/derive-control.ts'
import type { SoaLine as DerivedLine } from '@sinew/core/soa/soa-line.ts'
import type { Statement } from './load-statement.ts'

/** Every line as people list them, Annex A first, each with what is known about it. */
export function soaLines(statement: Omit<Statement, 'approved' | 'proposed'>): readonly SoaLine[] {
  const inputs = new Map(statement.snapshot.controls.map((control) => [control.id, control]))
  const controls = new Map(statement.derived.controls.map((control) => [control.id, control]))
  const names = new Map(statement.snapshot.people.map((person) => [person.id, person.name]))
  const issues = Map.groupBy(statement.derived.lint, (issue) => issue.controlId)
  const changes = Map.groupBy(statement.changes, (change) => change.controlId)
  const rank = (line: DerivedLine) => statement.rows.get(line.controlId)?.sortKey ?? 0
  return statement.derived.soa
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((line): readonly SoaLine[] => {
      const row = statement.rows.get(line.controlId)
      const input = inputs.get(line.controlId)
      const control = controls.get(line.controlId)
      if (row === undefined || input === undefined || control === undefined) return []
      return [
        {
          ...shownOfLine(line),
          version: row.version,
          theme: row.theme,
          remarks: row.remarks,
          writtenReasons: input.writtenReasons.map(({ kind, text }) => ({ kind, text })),
          ownerName: line.ownerId === null ? null : (names.get(line.ownerId) ?? null),
          freshness: control.freshness,
          nextDueAt: toIso(control.nextDueAt),
          worth: row.worth,
          needs: shownNeeds(input, control),
          issues: [...(issues.get(line.controlId) ?? [])],
          changes: [...(changes.get(line.controlId) ?? [])],
        },
      ]
    })
}

function shownOfLine(line: DerivedLine) {
  const { plannedAt, reasons, ...rest } = line
  return { ...rest, plannedAt: toIso(plannedAt), reasons: [...reasons] }
}

function shownNeeds(input: ControlInput, control: DerivedControl): SoaLine['needs'] {
  const standings = new Map(control.needs.map((need) => [need.needId, need]))
  return input.needs.flatMap((need) => {
    const standing = standings.get(need.id)
    if (standing === undefined) return []
    const { id, title, cadenceDays, nature, newest } = need
    const { proof, reason, freshness } = standing
    return [
      {
        ...{ id, title, cadenceDays, nature, proof, reason },
        freshness: freshness.state,
        validUntil: toIso(freshness.validUntil),
        newest: newest === null ? null : shownEvidence(newest),
      },
    ]
  })
}

function shownEvidence(piece: EvidenceInput): NonNullable<SoaLine['needs'][number]['newest']> {
  return { ...piece, collectedAt: new Date(piece.collectedAt).toISOString(), validUntil: toIso(piece.validUntil) }
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
