import { describe, expect, test } from 'vitest'
import { fourier } from './fourier.ts'

describe.each([8, 16, 32, 64, 256])('the transform of %s numbers', (size) => {
  const x = Float64Array.from({ length: size }, (_, k) => Math.sin(k * k + 1) + (k === 3 ? 2 : 0))
  const { forward, inverse, half } = fourier(size)
  const spectrum = new Float64Array(2 * half)
  forward(x, spectrum)

  test('is the sum it stands for', () => {
    for (let j = 0; j < half; j++) {
      const angle = (k: number) => (-2 * Math.PI * j * k) / size
      const re = x.reduce((sum, value, k) => sum + value * Math.cos(angle(k)), 0)
      const im = x.reduce((sum, value, k) => sum + value * Math.sin(angle(k)), 0)
      expect(Math.abs((spectrum[j] ?? 0) - re) + Math.abs((spectrum[half + j] ?? 0) - im)).toBeLessThan(1e-10)
    }
  })

  test('is undone by the inverse', () => {
    const back = new Float64Array(size)
    inverse(spectrum, back)
    expect(Math.max(...back.map((value, k) => Math.abs(value - (x[k] ?? 0))))).toBeLessThan(1e-14)
  })
})
