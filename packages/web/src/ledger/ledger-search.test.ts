import { expect, test } from 'vitest'
import { ledgerFilters, ledgerSearch } from './ledger-search.ts'

test('the address holds days and known words, and drops everything else', () => {
  const raw = {
    entity: 'risk',
    operation: 'explode',
    from: '2026-02-30x',
    to: '2026-03-01',
    q: 'x',
    background: 'true',
    y: 1,
  }
  expect(ledgerSearch(raw)).toEqual({ entity: 'risk', to: '2026-03-01', q: 'x', background: true })
})

test('both days are included', () => {
  const { from = '', to = '' } = ledgerFilters({ from: '2026-03-01', to: '2026-03-01' })
  expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000)
  expect(new Date(from).getHours()).toBe(0)
})
