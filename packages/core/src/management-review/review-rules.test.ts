import { expect, it } from 'vitest'
import { reviewInputKeys } from './review-inputs.ts'
import { canHold, canSign } from './review-rules.ts'

const inputs = reviewInputKeys.map((input) => ({ input, entry: 'None.' }))
const top = [{ role: 'top', isPresent: true }]
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

it('is signed off with an entry for every input, a decision, minutes and top management present', () => {
  expect(canSign('Concluded.', inputs, top, 1)).toEqual([])
})

it.each(reviewInputKeys)('is not signed off while input %s has no entry', (key) => {
  const blank = inputs.map((one) => (one.input === key ? { ...one, entry: '  ' } : one))
  expect(codes(canSign('Concluded.', blank, top, 1))).toEqual(['empty_input'])
  expect(
    codes(
      canSign(
        'Concluded.',
        inputs.filter(({ input }) => input !== key),
        top,
        1,
      ),
    ),
  ).toEqual(['empty_input'])
})

it('is not signed off without a decision, without minutes, or without top management', () => {
  expect(codes(canSign('Concluded.', inputs, top, 0))).toEqual(['no_decision'])
  expect(codes(canSign('', inputs, top, 1))).toEqual(['no_minutes'])
  expect(codes(canSign('Concluded.', inputs, [{ role: 'top', isPresent: false }], 1))).toEqual(['no_top_management'])
  expect(codes(canHold([{ role: 'isms', isPresent: true }]))).toEqual(['no_top_management'])
})
