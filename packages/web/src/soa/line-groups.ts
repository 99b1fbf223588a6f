import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { themes } from './soa-search.ts'
import { themeClause, themeSentence } from './soa-words.ts'

export type LineGroup = {
  readonly key: string
  readonly clause: string
  readonly title: string
  readonly lines: readonly SoaLine[]
}

/** All lines in the order in which they came, by what they are sorted by. */
export function sortedGroup(lines: readonly SoaLine[], sort: '-gap' | '-worth'): readonly LineGroup[] {
  const title = sort === '-gap' ? 'What the gap costs, the largest first' : 'What a control is worth, the largest first'
  return lines.length === 0 ? [] : [{ key: sort, clause: '', title, lines }]
}

/** Annex A by its four themes, then the organisation's own controls; groups without a line are left out. */
export function lineGroups(lines: readonly SoaLine[]): readonly LineGroup[] {
  const annexA = themes.map((theme) => ({
    key: theme,
    clause: themeClause[theme],
    title: themeSentence[theme],
    lines: lines.filter((line) => line.source === 'annex_a' && line.theme === theme),
  }))
  const own = { key: 'own', clause: 'C', title: 'Own controls', lines: lines.filter((line) => line.source === 'own') }
  return [...annexA, own].filter((group) => group.lines.length > 0)
}
