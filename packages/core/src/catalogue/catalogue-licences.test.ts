import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('./data/', import.meta.url)
const files = readdirSync(folder)
const notice = readFileSync(new URL('../../../../NOTICE', import.meta.url), 'utf8')
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')

const shareAlikeFiles = ['vcdb-relevance.json', 'vcdb-sector-loss.json']

describe('licences of the catalogue', () => {
  test('every data file says where it comes from and under which licence', () => {
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const { title, source, licence } = JSON.parse(read(file)) as Record<string, unknown>
      for (const text of [title, source, licence]) expect(typeof text === 'string' && text !== '', file).toBe(true)
    }
  })

  test('NOTICE names every data file', () => {
    for (const file of files) expect(notice, file).toContain(file)
  })

  test('what comes from VCDB is in the share-alike files, with its attribution, and nowhere else', () => {
    for (const file of files) {
      if (shareAlikeFiles.includes(file)) {
        expect(JSON.parse(read(file)), file).toMatchObject({
          licence: 'CC BY-SA 4.0',
          attribution: expect.stringContaining('VERIS Community Database'),
        })
      } else {
        expect(read(file), file).not.toMatch(/vcdb|veris|CC BY-SA/i)
      }
    }
    expect(files).toEqual(expect.arrayContaining(shareAlikeFiles))
  })

  test('NOTICE reproduces the attributions that licences ask for', () => {
    for (const text of [
      'VERIS Community Database',
      'https://creativecommons.org/licenses/by-sa/4.0/',
      'This work is reproduced and distributed with the permission of The MITRE Corporation.',
      'https://creativecommons.org/licenses/by/4.0/',
      'Prowler',
    ]) {
      expect(notice).toContain(text)
    }
  })
})
