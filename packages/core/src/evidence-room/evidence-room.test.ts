import { describe, expect, it } from 'vitest'
import { mostRoomBytes, mostRoomFiles, refuseRoom } from './room-limits.ts'
import { instantsOf, roomPeriod } from './room-period.ts'

describe('the period of an evidence room', () => {
  const now = Date.parse('2026-06-30T15:00:00Z')

  it('is the year up to today, unless days are asked for', () => {
    expect(roomPeriod({}, now)).toEqual({ from: '2025-06-30', until: '2026-06-30' })
    expect(roomPeriod({ until: '2026-03-31' }, now)).toEqual({ from: '2025-03-31', until: '2026-03-31' })
    expect(roomPeriod({ from: '2026-01-01' }, now)).toEqual({ from: '2026-01-01', until: '2026-06-30' })
  })

  it('holds the whole of its last day', () => {
    const { from, before } = instantsOf({ from: '2026-01-01', until: '2026-01-31' })
    expect([from.toISOString(), before.toISOString()]).toEqual(['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'])
  })
})

describe('an evidence room', () => {
  it.each([
    [{ pieces: 1, files: 0, bytes: 0 }, []],
    [{ pieces: 1, files: mostRoomFiles, bytes: mostRoomBytes }, []],
    [{ pieces: 0, files: 0, bytes: 0 }, ['nothing_in_period']],
    [{ pieces: 1, files: mostRoomFiles + 1, bytes: 0 }, ['too_large']],
    [{ pieces: 1, files: 1, bytes: mostRoomBytes + 1 }, ['too_large']],
  ])('of %j is refused for %j', (size, codes) => {
    expect(refuseRoom(size).map(({ code }) => code)).toEqual(codes)
  })
})
