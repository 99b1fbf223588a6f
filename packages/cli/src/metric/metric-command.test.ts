import { metrics } from '@sinew/contract/objective/objective-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
  const { client, organizationId } = served
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  await client.call(metrics.create, {
    params,
    body: {
      title: 'Backups that succeeded',
      formula: 'Jobs that succeeded, as a share of all',
      unit: '%',
      source: 'Backup system',
      cadenceDays: 7,
      target: 99,
      measurerId: anna.id,
      ownerId: anna.id,
    },
  })
})

describe('sinew metric', () => {
  it('pushes a value and says how the metric stands now', async () => {
    const { code, out } = await served.run('metric', 'push', 'ME-1', '99.5', '--source', 'nightly job')
    expect([code, out]).toEqual([0, 'ME-1 Backups that succeeded: 99.5 %, on target\n'])
    const { out: list } = await served.run('metric', 'list')
    expect(list).toMatch(/^ME-1 +on target +99\.5 % +\d{4}-\d\d-\d\d +99 % +Backups that succeeded/m)
  })

  it.each([
    [['push', 'ME-9', '1'], 'There is no metric ME-9'],
    [['push', 'ME-1', 'many'], '"many" is no number'],
    [['push', 'nothing', '1'], 'names no metric'],
  ])('refuses %j in one line', async (args, words) => {
    const ran = await served.run('metric', ...args)
    expect(ran.code).not.toBe(0)
    expect(ran.err).toContain(words)
  })
})
