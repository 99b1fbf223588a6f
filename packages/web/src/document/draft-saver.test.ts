import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftSaver, type LocalDraft, type SaveAnswer } from './draft-saver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function scene(answers: readonly SaveAnswer[]) {
  const sent: [string, number][] = []
  const local: (LocalDraft | null)[] = []
  const left = [...answers]
  const saver = createDraftSaver({
    start: { content: 'a', changeNote: '' },
    version: 1,
    send: async ({ content }, version) => {
      sent.push([content, version])
      return left.shift() ?? { kind: 'saved', version: version + 1 }
    },
    keepLocal: (draft) => local.push(draft),
    now: () => new Date(),
  })
  return { saver, sent, local }
}

describe('a draft that saves itself', () => {
  it('is in the browser at once and at the server after a moment of quiet', async () => {
    const { saver, sent, local } = scene([])
    saver.change({ content: 'ab' })
    expect(local.at(-1)).toMatchObject({ content: 'ab', baseVersion: 1 })
    await vi.advanceTimersByTimeAsync(2_000)
    saver.change({ content: 'abc' })
    await vi.advanceTimersByTimeAsync(2_900)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toEqual([['abc', 1]])
    expect(saver.get()).toMatchObject({ status: 'saved', version: 2 })
    expect(local.at(-1)).toBeNull()
  })

  it('does not wait for ever while somebody types on', async () => {
    const { saver, sent } = scene([])
    for (let at = 0; at < 20; at += 1) {
      saver.change({ content: `text ${at}` })
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(sent.length).toBeGreaterThan(0)
  })

  it('tries again when the server cannot be reached, and keeps the words meanwhile', async () => {
    const { saver, sent, local } = scene([{ kind: 'unreachable' }])
    saver.change({ content: 'ab' })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(saver.get().status).toBe('unreachable')
    expect(local.at(-1)).toMatchObject({ content: 'ab' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(2)
    expect(saver.get().status).toBe('saved')
  })

  it('waits for a save under way, and saves what was typed meanwhile', async () => {
    const { saver, sent } = scene([])
    saver.change({ content: 'ab' })
    const first = saver.save()
    saver.change({ content: 'abc' })
    await Promise.all([first, saver.save()])
    expect(sent).toEqual([
      ['ab', 1],
      ['abc', 2],
    ])
    expect(saver.get()).toMatchObject({ status: 'saved', version: 3 })
  })

  it('sends nothing after a conflict until somebody chose', async () => {
    const { saver, sent } = scene([{ kind: 'conflict' }])
    saver.change({ content: 'mine' })
    await vi.advanceTimersByTimeAsync(3_000)
    saver.change({ content: 'mine too' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([['mine', 1]])
    await saver.settle({ content: 'mine too', changeNote: '' }, 7, false)
    expect(sent.at(-1)).toEqual(['mine too', 7])
    expect(saver.get()).toMatchObject({ status: 'saved', version: 8 })
  })

  it('takes theirs without sending, and says what was refused', async () => {
    const { saver, sent, local } = scene([{ kind: 'refused', message: 'In review.' }])
    saver.change({ content: 'mine' })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(saver.get()).toMatchObject({ status: 'refused', message: 'In review.' })
    await saver.settle({ content: 'theirs', changeNote: '' }, 4, true)
    expect(saver.get()).toMatchObject({ status: 'saved', version: 4, words: { content: 'theirs' } })
    expect(sent).toHaveLength(1)
    expect(local.at(-1)).toBeNull()
  })
})
