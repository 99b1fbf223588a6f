import type { Tail } from '@sinew/core/portfolio/tail.ts'
import { toMinor } from './to-minor.ts'

/** The figures of a year as they are written down: amounts in whole minor units, the probability to the last bit. */
export function wholeTail({ sdMinor, noneProbability, exceededMinor }: Tail): Tail {
  return {
    sdMinor: toMinor(sdMinor),
    noneProbability,
    exceededMinor: {
      2: toMinor(exceededMinor[2]),
      10: toMinor(exceededMinor[10]),
      20: toMinor(exceededMinor[20]),
      100: toMinor(exceededMinor[100]),
    },
  }
}
