import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerRefusals } from './answer-refusals.ts'
import { calibrationQuestions, questionTopics } from './calibration-questions.ts'
import { calibrationVerdict } from './calibration-verdict.ts'
import { calibrationWeight, leastWeight, untestedWeight } from './calibration-weight.ts'
import { chooseQuestions, roundLength } from './choose-questions.ts'
import { chanceOfSoFew, chanceOfSoMany, hitRateInterval } from './hit-rate.ts'
import { intervalScore, isHit, neededWidening } from './interval-score.ts'
import { wideningFor } from './widening-for.ts'

const count = (hits: number, answered: number) => ({ hits, answered })

describe('the questions', () => {
  test('are at least sixty, half of them on security and IT, each with one answer and its source', () => {
    expect(calibrationQuestions.length).toBeGreaterThanOrEqual(60)
    expect(new Set(calibrationQuestions.map(({ id }) => id)).size).toBe(calibrationQuestions.length)
    const own = calibrationQuestions.filter(({ topic }) => topic !== 'world').length
    expect(own / calibrationQuestions.length).toBeGreaterThan(0.4)
    for (const { id, topic, text, truth, scale, spread, source } of calibrationQuestions) {
      expect(questionTopics, id).toContain(topic)
      expect(text.endsWith('?') && text.length < 200, id).toBe(true)
      expect(Number.isFinite(truth) && truth > 0, id).toBe(true)
      expect(scale === 'linear' ? (spread ?? 0) > 0 : spread === undefined, id).toBe(true)
      expect(source.length, id).toBeGreaterThan(3)
      // The wording must not give the answer away.
      expect(text.replaceAll(',', '').split(/[^\d.]+/), id).not.toContain(String(truth))
    }
  })
})

describe('a round', () => {
  test('has ten questions, half of them about the world, and repeats none before all were asked', () => {
    const answered = new Map<string, number>()
    const seen = new Set<string>()
    for (let round = 0; round < 6; round++) {
      const chosen = chooseQuestions(calibrationQuestions, answered, `round ${round}`)
      expect(chosen).toHaveLength(roundLength)
      expect(chosen.filter(({ topic }) => topic === 'world')).toHaveLength(5)
      for (const { id } of chosen) {
        expect(seen.has(id), id).toBe(false)
        seen.add(id)
        answered.set(id, 1)
      }
    }
  })

  test('is another for another seed and the same for the same', () => {
    const ids = (seed: string) => chooseQuestions(calibrationQuestions, new Map(), seed).map(({ id }) => id)
    expect(ids('a')).toEqual(ids('a'))
    expect(ids('a')).not.toEqual(ids('b'))
  })
})

describe('the interval score', () => {
  test.each([
    // range, truth → score on the logarithmic scale
    ['holds the truth: its width', { low: 1, high: 10 }, 3, Math.LN10],
    ['misses by a factor of ten: twenty times that', { low: 1, high: 10 }, 100, Math.LN10 * 21],
    ['misses below', { low: 10, high: 100 }, 1, Math.LN10 * 21],
    ['no width at the truth', { low: 7, high: 7 }, 7, 0],
  ])('%s', (_what, range, truth, score) => {
    expect(intervalScore(range, { truth, scale: 'log' })).toBeCloseTo(score, 12)
  })

  test('years are counted in spreads', () => {
    expect(intervalScore({ low: 1980, high: 1990 }, { truth: 1995, scale: 'linear', spread: 10 })).toBeCloseTo(
      1 + 20 * 0.5,
      12,
    )
  })

  test('honest ranges have the lowest expectation: for a uniform truth, the central nine tenths', () => {
    const meanOf = (cut: number) => {
      let sum = 0
      for (let i = 0; i < 1_000; i++) {
        const truth = 1_000 + i + 0.5
        sum += intervalScore({ low: 1_000 + cut, high: 2_000 - cut }, { truth, scale: 'linear', spread: 1_000 })
      }
      return sum / 1_000
    }
    expect(meanOf(50)).toBeLessThan(meanOf(30))
    expect(meanOf(50)).toBeLessThan(meanOf(80))
  })

  test('the widening that would have reached the truth does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 1.1, max: 50, noNaN: true }),
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        (low, ratio, truth) => {
          const range = { low, high: low * ratio }
          const by = neededWidening(range, { truth, scale: 'log' })
          const middle = Math.sqrt(range.low * range.high)
          const half = Math.sqrt(ratio) ** (by * (1 + 1e-9) + 1e-12)
          expect(isHit({ low: middle / half, high: middle * half }, truth)).toBe(true)
          // Right at an end rounding decides.
          if (Math.abs(by - 1) > 1e-9) expect(by <= 1).toBe(isHit(range, truth))
        },
      ),
    )
    expect(neededWidening({ low: 5, high: 5 }, { truth: 5, scale: 'linear' })).toBe(0)
    expect(neededWidening({ low: 5, high: 5 }, { truth: 6, scale: 'linear' })).toBe(Number.POSITIVE_INFINITY)
  })

  test('all ranges together: the ninth of ten decides', () => {
    expect(wideningFor([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 1.5, 2.5, 4])).toBe(2.5)
    expect(wideningFor([1, 2, 3])).toBeNull()
  })
})

describe('hits against nine in ten', () => {
  test('the chances are the binomial ones', () => {
    // 1 − P(8, 9, 10 of 10) = 1 − 0.1937 − 0.3874 − 0.3487.
    expect(chanceOfSoFew(count(7, 10))).toBeCloseTo(0.0702, 4)
    expect(chanceOfSoMany(count(10, 10))).toBeCloseTo(0.9 ** 10, 12)
    expect(chanceOfSoFew(count(10, 10))).toBeCloseTo(1, 12)
  })

  test('the interval of the hit rate is Wilson’s', () => {
    expect(hitRateInterval(count(0, 0))).toBeNull()
    const { low, high } = hitRateInterval(count(7, 10)) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(0.442, 3)
    expect(high).toBeCloseTo(0.873, 3)
  })

  test.each([
    [0, 0, 'untested', 'No question answered yet.'],
    [
      3,
      5,
      'few',
      '3 of 5 ranges held the truth. Ranges of well calibrated people hold it 9 times in 10; it takes 10 answers to say more.',
    ],
    [
      7,
      10,
      'overconfident',
      '7 of 10 ranges held the truth. Ranges of well calibrated people hold it 9 times in 10; so few happen to them 7 % of the time: you are overconfident. Make your ranges wider.',
    ],
    [
      8,
      10,
      'calibrated',
      '8 of 10 ranges held the truth. Ranges of well calibrated people hold it 9 times in 10: your ranges are as wide as they should be, as far as 10 answers can tell.',
    ],
    [10, 10, 'calibrated', expect.any(String)],
    [
      30,
      30,
      'underconfident',
      '30 of 30 ranges held the truth. Ranges of well calibrated people hold it 9 times in 10; so many happen to them 4 % of the time: your ranges are wider than they need to be.',
    ],
    [20, 40, 'overconfident', expect.stringContaining('less than 1 %')],
  ])('%i of %i', (hits, answered, kind, sentence) => {
    expect(calibrationVerdict(count(hits, answered))).toEqual({ kind, sentence })
  })

  test('weights: one at nine in ten, less the further away, never nothing, and half untested', () => {
    expect(calibrationWeight(count(18, 20))).toBeCloseTo(1, 12)
    expect(calibrationWeight(count(16, 20))).toBeLessThan(1)
    expect(calibrationWeight(count(16, 20))).toBeGreaterThan(calibrationWeight(count(14, 20)))
    expect(calibrationWeight(count(20, 20))).toBeCloseTo(0.9 ** 20, 12)
    expect(calibrationWeight(count(0, 20))).toBe(leastWeight)
    expect(calibrationWeight(count(18, 19))).toBe(untestedWeight)
  })
})

describe('an answer', () => {
  test.each([
    ['a range', { low: 1, high: 2 }, 'log', []],
    ['one value', { low: 2, high: 2 }, 'log', []],
    ['upside down', { low: 3, high: 2 }, 'log', ['answer-upside-down']],
    ['zero', { low: 0, high: 2 }, 'log', ['answer-not-positive']],
    ['a year before Christ', { low: -44, high: 14 }, 'linear', []],
    ['no number', { low: Number.NaN, high: 14 }, 'linear', ['answer-not-a-number']],
  ] as const)('%s', (_what, range, scale, codes) => {
    expect(answerRefusals(range, { scale }).map(({ code }) => code)).toEqual(codes)
  })
})
