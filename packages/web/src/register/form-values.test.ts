import { incidentRegister } from '@sinew/core/incident/incident-register.ts'
import { describe, expect, it } from 'vitest'
import { usualValue } from './form-values.ts'

describe('what the form of a new object begins with', () => {
  it('is now for what mostly just happened, and what is usual for the rest', () => {
    const { noticedAt, occurredAt, severity } = incidentRegister.fields
    expect(Date.now() - Date.parse(String(usualValue(noticedAt)))).toBeLessThan(60_000)
    expect(usualValue(occurredAt)).toBeNull()
    expect(usualValue(severity)).toBe('undecided')
  })
})
