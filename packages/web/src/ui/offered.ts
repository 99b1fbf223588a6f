import { type Refusal, refuse } from '@sinew/core/refusal.ts'

const code = 'not_offered'

/** A refusal to somebody for whom the page has nothing to press at all, not even with a reason. */
export const notOffered = (message: string): readonly Refusal[] => refuse(code, message)

/** Whether what is refused is shown, with its reason, or left out. */
export const isOffered = (refusals: readonly Refusal[]): boolean => refusals.every((refusal) => refusal.code !== code)
