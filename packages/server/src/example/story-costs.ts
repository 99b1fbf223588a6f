/** Whole euros: bought for, good for so many years, and run for a year. */
export type StoryCost = { readonly bought?: number; readonly years?: number; readonly run: number }

/** What finance found in the books for the controls that cost something worth writing down. */
export const storyCosts: Readonly<Record<string, StoryCost>> = {
  'A.5.21': { run: 3_000 },
  'A.5.30': { run: 6_500 },
  'A.5.37': { run: 1_800 },
  'A.6.3': { run: 5_200 },
  'A.8.4': { run: 2_400 },
  'A.8.5': { bought: 3_600, years: 4, run: 4_800 },
  'A.8.7': { run: 7_200 },
  'A.8.8': { run: 9_600 },
  'A.8.10': { run: 2_500 },
  'A.8.12': { bought: 8_000, years: 4, run: 9_500 },
  'A.8.13': { bought: 9_000, years: 4, run: 5_400 },
  'A.8.16': { run: 14_400 },
  'A.8.29': { run: 18_000 },
}
