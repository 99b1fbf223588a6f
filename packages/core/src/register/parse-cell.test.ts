import { expect, test } from 'vitest'
import { choice, day, flag, list, longText, money, number, requiredDay, requiredNumber, text } from './field.ts'
import { parseCell } from './parse-cell.ts'

const kind = choice('Kind', { data_centre: 'Data centre', home: 'Home' }, 'home')

test.each([
  [text('Name'), ' Head office ', 'Head office'],
  [longText('Note'), '', undefined],
  [kind, 'data CENTRE', 'data_centre'],
  [kind, 'data_centre', 'data_centre'],
  [flag('In scope'), 'Yes', true],
  [flag('In scope'), 'no', false],
  [day('On'), '2026-01-31', '2026-01-31T12:00:00.000Z'],
  [number('Share'), '1 250.5', 1250.5],
  [money('Cost'), "1'250.50", 125_050],
  [list('Clauses'), '4.1, 4.2,', ['4.1', '4.2']],
  [list('Hit', { words: { c: 'Confidentiality', i: 'Integrity' } }), 'integrity, c', ['i', 'c']],
])('%j reads %j', (field, cell, value) => {
  expect(parseCell(field, cell, 100)).toEqual({ value })
})

test.each([
  [text('Name', { isRequired: true }), ' ', 'This is needed.'],
  [requiredDay('On'), '', 'This is needed.'],
  [requiredNumber('Days'), '', 'This is needed.'],
  [kind, 'ship', '“ship” is none of: Data centre, Home.'],
  [flag('In scope'), 'perhaps', '“perhaps” is neither yes nor no.'],
  [day('On'), '31.1.2026', '“31.1.2026” is no day. Write 2026-01-31.'],
  [day('On'), '2026-02-41', '“2026-02-41” is no day. Write 2026-01-31.'],
  [money('Cost'), 'much', '“much” is no number. Write 1250.50.'],
  [list('Hit', { words: { c: 'Confidentiality' } }), 'c, x', '“x” is none of: Confidentiality.'],
])('%j refuses %j', (field, cell, problem) => {
  expect(parseCell(field, cell, 100)).toEqual({ problem })
})
