/**
 * `missing`: nothing answers the question; `gap`: something does, and a rule found what it lacks; `stale`: all answers are out of date; `there`: answered,
 * up to date, and nothing found. `excluded`: a control that is not necessary.
 */
export const itemStates = ['missing', 'gap', 'stale', 'there', 'excluded'] as const
export type ItemState = (typeof itemStates)[number]

export type StateCounts = Readonly<Record<ItemState, number>>
