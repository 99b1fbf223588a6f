import type { Reader } from '../../context.ts'

export type LookBack = { readonly since: Date; readonly at: Date; readonly reviewId: string }

/** One input of a review: what is recorded of it since the review before, a sentence a line, with references. */
export type Collect = (db: Reader, lookBack: LookBack) => Promise<readonly string[]>
