import { annexAControls } from '../catalogue/annex-a.ts'
import { clauseItems } from '../catalogue/clauses.ts'
import { answersOf } from './item-answers.ts'
import { type ItemState, itemStates, type StateCounts } from './item-state.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import { type Gap, type Grade, grades } from './readiness-rule.ts'
import { readinessRules } from './readiness-rules.ts'

/** A nonconformity as an auditor would write it, found before the auditor comes. */
export type Predicted = Gap & {
  readonly rule: string
  readonly item: string
  readonly grade: Grade
  readonly requirement: string
}

/** What answers an auditor's question. */
export type Answer = {
  readonly entity: string
  readonly ref: string
  readonly title: string
  /** When it was last made or confirmed; null where it has no day. */
  readonly at: number | null
  readonly isFresh: boolean
}

export type ReadinessItem = {
  /** `6.1.3.d` or `A.8.13`. */
  readonly id: string
  readonly kind: 'clause' | 'control'
  /** `6.1.3` or the theme of a control. */
  readonly group: string
  readonly title: string
  readonly question: string
  readonly needsDocument: boolean
  readonly state: ItemState
  /** The newest first, at most some; `answerCount` counts all. */
  readonly answers: readonly Answer[]
  readonly answerCount: number
  readonly predicted: readonly Predicted[]
}

export type Readiness = {
  readonly at: number
  readonly items: readonly ReadinessItem[]
  /** Everything found, the worst grade first. */
  readonly predicted: readonly Predicted[]
  readonly counts: {
    readonly clauses: StateCounts
    readonly controls: StateCounts
    readonly grades: Readonly<Record<Grade, number>>
  }
}

const mostAnswers = 12

/** How ready an organisation is to be audited: each clause item and control, what answers it, and what an auditor would find. */
export function deriveReadiness(facts: ReadinessFacts): Readiness {
  const predicted = readinessRules
    .flatMap(({ id, item, grade, requirement, find }): Predicted[] => {
      const gap = find(facts)
      return gap === null ? [] : [{ rule: id, item, grade, requirement, ...gap }]
    })
    .sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade))
  const byItem = Map.groupBy(predicted, ({ item }) => item)
  const clauses = clauseItems.map((item): ReadinessItem => {
    const answers = answersOf(facts, item.id)
    return {
      id: item.id,
      kind: 'clause',
      group: item.clause,
      title: item.title,
      question: item.auditQuestion,
      needsDocument: item.documentedInformation,
      ...stand(answers, byItem.get(item.id) ?? []),
    }
  })
  const lines = new Map(facts.standing.soa.map((line) => [line.ref, line]))
  const controls = annexAControls.map((control): ReadinessItem => {
    const line = lines.get(control.id)
    const answers = answersOf(facts, control.id)
    const found = byItem.get(control.id) ?? []
    const stands =
      line?.applicable === false ? { ...stand(answers, found), state: 'excluded' as const } : stand(answers, found)
    return {
      id: control.id,
      kind: 'control',
      group: control.theme,
      title: control.title,
      question: `Why is “${control.title}” needed here, how is it done, and what shows that it works?`,
      needsDocument: false,
      ...stands,
    }
  })
  return {
    at: facts.at,
    items: [...clauses, ...controls],
    predicted,
    counts: {
      clauses: countStates(clauses),
      controls: countStates(controls),
      grades: Object.fromEntries(
        grades.map((grade) => [grade, predicted.filter((one) => one.grade === grade).length]),
      ) as Record<Grade, number>,
    },
  }
}

function stand(answers: readonly Answer[], predicted: readonly Predicted[]) {
  const sorted = answers.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return {
    state: stateOf(answers, predicted),
    answers: sorted.slice(0, mostAnswers),
    answerCount: answers.length,
    predicted,
  }
}

function stateOf(answers: readonly Answer[], predicted: readonly Predicted[]): ItemState {
  if (answers.length === 0) return 'missing'
  if (predicted.some(({ grade }) => grade !== 'observation')) return 'gap'
  return answers.some(({ isFresh }) => isFresh) ? 'there' : 'stale'
}

function countStates(items: readonly ReadinessItem[]): StateCounts {
  return Object.fromEntries(
    itemStates.map((state) => [state, items.filter((item) => item.state === state).length]),
  ) as StateCounts
}
