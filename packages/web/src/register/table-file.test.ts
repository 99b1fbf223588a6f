import { expect, test } from 'vitest'
import { readTableFile, tableFileFault } from './table-file.ts'

test('a table is read as it was written, in UTF-8 or as older spreadsheet programs do', async () => {
  expect(await readTableFile(new Blob(['Name\nÅsa Öberg']))).toBe('Name\nÅsa Öberg')
  expect(await readTableFile(new Blob([new Uint8Array([0xc5, 0x73, 0x61])]))).toBe('Åsa')
})

test('an empty file and one that is no text say so', () => {
  expect(tableFileFault(' \n')).toBe('empty')
  expect(tableFileFault('PK\u0003\0')).toBe('binary')
  expect(tableFileFault('Name\nAda')).toBeNull()
})
