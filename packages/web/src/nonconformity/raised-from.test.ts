import { describe, expect, it } from 'vitest'
import { raisedFrom, raisedFromIncident } from './raised-from.ts'

const record = { id: '1', version: 1, number: 7, updatedAt: '2026-12-01T00:00:00Z', frozen: null }
const t = (sentence: string, values: Record<string, string>) => sentence.replace('{{value}}', values.value ?? '')

describe('what a nonconformity begins with', () => {
  it('of a metric in alarm or late: what was asked, what was measured, and who evaluates it', () => {
    const metric = { ...record, title: 'Keys', unit: '%', target: 100, newestValue: 71, ownerId: 'p-1' }
    expect(raisedFrom.metric?.({ ...metric, standing: 'alarm' }, t)).toEqual({
      source: 'measurement',
      title: 'Keys',
      requirements: ['9.1'],
      requirement: 'The target is 100 %.',
      seen: 'The newest value is 71 %.',
      ownerId: 'p-1',
    })
    expect(raisedFrom.metric?.({ ...metric, standing: 'on_target' }, t)).toBeNull()
  })

  it('of an operation whose criteria are not met: its criteria', () => {
    const operation = { ...record, title: 'Hosting', criteria: 'Two zones.', ownerId: 'p-1' }
    expect(raisedFrom.operating_control?.({ ...operation, standing: 'not_met' }, t)).toMatchObject({
      requirement: 'Two zones.',
      requirements: ['8.1'],
    })
    expect(raisedFrom.operating_control?.({ ...operation, standing: 'met' }, t)).toBeNull()
  })

  it('of a promise that is not kept: the sentence, its control and what was seen', () => {
    const control = { id: 'c', ref: 'A.5.18', name: 'Access rights' }
    const promise = {
      ...record,
      title: 'Reviewed every quarter.',
      because: 'E-106 is too old.',
      ownerId: null,
      control,
    }
    expect(raisedFrom.document_promise?.({ ...promise, standing: 'late' }, t)).toMatchObject({
      requirement: 'Reviewed every quarter.',
      requirements: ['A.5.18'],
      seen: 'E-106 is too old.',
    })
    expect(raisedFrom.document_promise?.({ ...promise, standing: 'kept' }, t)).toBeNull()
  })

  it('of a review in which a supplier did not meet what is asked: what was seen, and what is open', () => {
    const review = {
      ...record,
      title: 'No report.',
      seen: 'Mails',
      openPoints: 'The report',
      at: '2026-11-01T12:00:00Z',
    }
    expect(raisedFrom.supplier_review?.({ ...review, outcome: 'not_met' }, t)).toMatchObject({
      gap: 'The report',
      foundAt: '2026-11-01T12:00:00Z',
    })
    expect(raisedFrom.supplier_review?.({ ...review, outcome: 'met' }, t)).toBeNull()
  })

  it('of an incident: what happened, the controls that failed, how it was contained, and its cause', () => {
    const incident = {
      ...{ ...record, title: 'Mail forwarded', description: '', noticedAt: '2026-11-01T09:00:00Z', assigneeId: 'p-2' },
      ...{ containment: 'Rule removed.', containedAt: '2026-11-02T09:00:00Z', cause: 'No second factor.' },
    }
    expect(raisedFromIncident(incident, ['A.8.5'])).toEqual({
      source: 'incident',
      title: 'Mail forwarded',
      requirements: ['A.8.5'],
      seen: 'Mail forwarded',
      foundAt: '2026-11-01T09:00:00Z',
      ownerId: 'p-2',
      correction: 'Rule removed.',
      correctedAt: '2026-11-02T09:00:00Z',
      cause: 'No second factor.',
    })
  })
})
