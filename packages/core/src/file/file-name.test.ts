import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestFileName, safeFileName } from './file-name.ts'

describe('a file name that is safe to show and to save', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../x.txt', 'x.txt'],
    ['C:\\temp\\x.txt', 'x.txt'],
    ['a%00.txt', 'a_00.txt'],
    ['a\u0000.txt', 'a.txt'],
    ['con.txt', '_con.txt'],
    ['CON', '_CON'],
    ['aux.json', '_aux.json'],
    ['aux.tar.gz', '_aux.tar.gz'],
    ['üñí.txt', 'üñí.txt'],
    ['"quoted".txt', '_quoted_.txt'],
    ['new\nline.txt', 'newline.txt'],
    ['.htaccess', 'htaccess'],
    ['a;b.txt', 'a_b.txt'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['trailing. . ', 'trailing'],
    ['', 'file'],
    ['...', 'file'],
    ['a/', 'file'],
    ['🦉'.repeat(100), '🦉'.repeat(75)],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('keeps the ending of a long name, and is what it makes of its own names', () => {
    expect(safeFileName(`${'x'.repeat(400)}.txt`)).toBe(`${'x'.repeat(longestFileName - 4)}.txt`)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(longestFileName + 1)
        expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}"]|^\./u)
        expect(() => encodeURIComponent(safe)).not.toThrow()
      }),
    )
  })
})
