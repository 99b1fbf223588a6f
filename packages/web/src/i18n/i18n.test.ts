import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { i18n, resources } from './i18n.ts'

const source = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file),
)
const counted = files.flatMap((file) =>
  [
    ...readFileSync(join(source, file), 'utf8').matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*\{\{count\}\}(?:[^'\\]|\\.)*)'/g),
  ].map(([, key = '']) => key.replaceAll("\\'", "'")),
)

test('every sentence with a count has its singular', () => {
  expect(counted.length).toBeGreaterThan(2)
  const english: Readonly<Record<string, string>> = resources.en
  expect(counted.filter((key) => english[`${key}_one`] === undefined)).toEqual([])
})

test('a sentence is its own translation, with one and with many', () => {
  expect(i18n.t('Plain sentence: with a colon. And a full stop.')).toBe(
    'Plain sentence: with a colon. And a full stop.',
  )
  expect(i18n.t('{{count}} chosen', { count: 1 })).toBe('1 chosen')
  expect(i18n.t('{{count}} more fields', { count: 1 })).toBe('1 more field')
  expect(i18n.t('{{count}} more fields', { count: 3 })).toBe('3 more fields')
})
