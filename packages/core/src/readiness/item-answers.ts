import { actionRef, evidenceRef, riskRef } from '../explanation/people-ref.ts'
import { registerRef } from '../register/register.ts'
import { registerHeads } from '../register/register-heads.ts'
import { answers, isOutOfDate, yearAndMonthMs } from './answering-records.ts'
import type { Answer } from './derive-readiness.ts'
import { type AnswerSource, clauseSources } from './item-sources.ts'
import type { ReadinessFacts, VersionFact } from './readiness-facts.ts'
import { openRisks } from './risk-facts.ts'

/** What answers an auditor's question about a clause item or a control. */
export function answersOf(facts: ReadinessFacts, item: string): readonly Answer[] {
  const sources = clauseSources[item]
  return sources === undefined
    ? answersOfControl(facts, item)
    : sources.flatMap((source) => answersFrom(facts, source, item))
}

/** The newest evidence of each need, and the documents that serve the control. */
function answersOfControl(facts: ReadinessFacts, ref: string): readonly Answer[] {
  const control = facts.snapshot.controls.find((one) => one.ref === ref)
  const needs = facts.standing.controls.find((one) => one.ref === ref)?.needs ?? []
  const pieces = (control?.needs ?? []).flatMap(({ id, newest }): Answer[] => {
    if (newest === null || newest.state !== 'active') return []
    const isFresh = needs.some((need) => need.needId === id && need.proof === 'proven')
    return [
      { entity: 'evidence', ref: evidenceRef(newest.number), title: newest.title, at: newest.collectedAt, isFresh },
    ]
  })
  return [...pieces, ...answersFrom(facts, { table: 'document' }, ref)]
}

function answersFrom(facts: ReadinessFacts, source: AnswerSource, item: string): readonly Answer[] {
  if (typeof source === 'object') return answersOfRegister(facts, source.table, item)
  const { snapshot, standing, at } = facts
  switch (source) {
    case 'methodology':
      if (facts.methodology.isDefault) return []
      return approvedAnswers('methodology', 'Methodology', facts.methodology.versions, at)
    case 'statement':
      return approvedAnswers('soa_version', 'Statement of Applicability', facts.soa.versions, at)
    case 'risks':
      return openRisks(snapshot).map(({ id, number, title }) => ({
        entity: 'risk',
        ref: riskRef(number),
        title,
        at: facts.assessedAt.get(id) ?? null,
        isFresh: (facts.reviewAt.get(id) ?? at) >= at,
      }))
    case 'acceptances':
      return standing.acceptances
        .filter(({ standing: is }) => is === 'valid')
        .map(({ riskId, label, acceptedAt, expiresAt }) => {
          const risk = snapshot.risks.find(({ id }) => id === riskId)
          const ref = risk === undefined ? '' : riskRef(risk.number)
          return { entity: 'risk', ref, title: label, at: acceptedAt, isFresh: expiresAt > at }
        })
    case 'actions':
      return snapshot.actions.map(({ number, title, doneAt, dueAt }) => ({
        entity: 'treatment_action',
        ref: actionRef(number),
        title,
        at: doneAt,
        isFresh: doneAt !== null || dueAt >= at,
      }))
  }
}

/** The version in force of what is approved in versions: fresh for a year and a month. */
function approvedAnswers(
  entity: string,
  name: string,
  versions: readonly VersionFact[],
  at: number,
): readonly Answer[] {
  return versions
    .filter(({ status }) => status === 'approved')
    .map(({ number, approvedAt }) => {
      const isFresh = approvedAt !== null && approvedAt > at - yearAndMonthMs
      return { entity, ref: '', title: `${name}, version ${number}`, at: approvedAt, isFresh }
    })
}

type Row = Readonly<Record<string, unknown>>

function answersOfRegister(facts: ReadinessFacts, table: string, item: string): readonly Answer[] {
  const head = registerHeads.find((one) => one.table === table)
  const rows = (facts.records.get(table) ?? []) as readonly Row[]
  if (head === undefined) return []
  return rows
    .filter((row) => serves(row, item) && answers(table, row))
    .map((row) => ({
      entity: table,
      ref: registerRef(head, Number(row.number)),
      title: String(row[head.named] ?? ''),
      at: typeof row.updatedAt === 'string' ? Date.parse(row.updatedAt) : null,
      isFresh: !isOutOfDate(table, row, facts.at),
    }))
}

/** How documents are made and kept shows in each of them. */
const shownByEveryDocument: readonly string[] = ['7.5.1', '7.5.2', '7.5.3.control']

/** A document answers what it says it serves; any other record answers whatever its register does. */
function serves(row: Row, item: string): boolean {
  const { clauses, controls } = row
  if (shownByEveryDocument.includes(item)) return true
  if (!Array.isArray(clauses) || !Array.isArray(controls)) return true
  return [...clauses, ...controls].some((id: string) => id === item || item.startsWith(`${id}.`))
}
