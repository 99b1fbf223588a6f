import type { ReadinessFacts } from './readiness-facts.ts'

/** How an auditor would probably grade it. */
export const grades = ['major', 'minor', 'observation'] as const
export type Grade = (typeof grades)[number]

/** Something that is named: `R-12`, its title, and what kind of object it is. */
export type Seen = { readonly entity: string; readonly ref: string; readonly title: string }

/** What a rule found. Sentences are complete and name the objects they are about. */
export type Gap = {
  /** What an auditor would see. */
  readonly evidence: string
  /** What is missing in it. */
  readonly gap: string
  /** The shortest way to repair it. */
  readonly repair: string
  readonly seen: readonly Seen[]
}

/** A rule of readiness: which requirement it is about, and how to see that it is not met. */
export type ReadinessRule = {
  /** Stable for programs. */
  readonly id: string
  /** The clause item (`6.1.3.d`) or control (`A.5.31`) it is about. */
  readonly item: string
  readonly grade: Grade
  /** What is asked for, in our own words. */
  readonly requirement: string
  readonly find: (facts: ReadinessFacts) => Gap | null
}

const mostNamed = 5

/** `R-1 Ransomware, R-2 Theft and 3 more`. */
export function named(seen: readonly Seen[]): string {
  const first = seen.slice(0, mostNamed).map(({ ref, title }) => `${ref} ${title}`.trim())
  const rest = seen.length - first.length
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ')
}

/** A gap where something was seen, else none. */
export function gapWhere(seen: readonly Seen[], say: (names: string, count: number) => Omit<Gap, 'seen'>): Gap | null {
  return seen.length === 0 ? null : { ...say(named(seen), seen.length), seen }
}

/** A gap where something is not there at all. */
export function gapIf(isMissing: boolean, gap: Omit<Gap, 'seen'>): Gap | null {
  return isMissing ? { ...gap, seen: [] } : null
}
