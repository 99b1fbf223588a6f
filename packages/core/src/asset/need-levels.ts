/** How badly an asset needs a property, from the least to the most. */
export const needLevels = ['low', 'medium', 'high', 'very_high'] as const
export type NeedLevel = (typeof needLevels)[number]

export const needLevelWords: Readonly<Record<NeedLevel, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
}

export const needProperties = ['confidentiality', 'integrity', 'availability'] as const
export type NeedProperty = (typeof needProperties)[number]

/** What is said of each property; null where nobody has said. */
export type Needs = Readonly<Record<NeedProperty, NeedLevel | null>>

/** 0 where nobody has said, then 1 to 4. */
export function rankOf(level: NeedLevel | null): number {
  return level === null ? 0 : needLevels.indexOf(level) + 1
}

export function isHigh(level: NeedLevel | null): boolean {
  return rankOf(level) >= rankOf('high')
}

/** The way a level reads within a sentence: `very high`. */
export function levelText(level: NeedLevel): string {
  return needLevelWords[level].toLowerCase()
}
