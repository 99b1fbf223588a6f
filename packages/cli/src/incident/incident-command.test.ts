import { incidents } from '@sinew/contract/incident/incident-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
})

describe('sinew incident report', () => {
  it('reports what was seen and answers with the reference and whom to call', async () => {
    const when = '2026-01-31T08:30Z'
    const ran = await served.run(
      'incident',
      'report',
      'Disk is full of .locked files',
      '--when',
      when,
      '--ongoing',
      'yes',
    )
    expect(ran).toEqual({
      code: 0,
      out: 'IN-1 reported: Disk is full of .locked files\nIf it cannot wait, call: Olga Owner\n',
      err: '',
    })
    const { out } = await served.run('incident', 'report', 'A door stood open', '--what', 'All night.', '--json')
    expect(JSON.parse(out)).toMatchObject({ ref: 'IN-2', title: 'A door stood open', handledBy: ['Olga Owner'] })
    const params = { organizationId: served.organizationId }
    const { items } = await served.client.call(incidents.list, { params, query: { sort: 'number' } })
    expect(items).toMatchObject([
      { state: 'reported', noticedAt: '2026-01-31T08:30:00.000Z' },
      { description: expect.stringContaining('All night.') },
    ])
  })

  it.each([
    [['A door stood open', '--when', 'yesterday'], 2, '"yesterday" is no instant'],
    [['A door stood open', '--when', '2199-01-01'], 1, 'It cannot have been noticed yet'],
    [['A door stood open', '--ongoing', 'maybe'], 2, 'Allowed choices are'],
    [[' '], 1, 'Say in a few words what you saw.'],
  ])('refuses %j in one line', async (args, code, words) => {
    const ran = await served.run('incident', 'report', ...args)
    expect([ran.code, ran.out]).toEqual([code, ''])
    expect(ran.err).toContain(words)
    expect(ran.err.trimEnd()).not.toContain('\n')
  })
})
