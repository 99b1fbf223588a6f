import type { AnyRecord, Values } from '../register/register-record.ts'
import { namedIn } from '../register/register-record.ts'

type Raised = (record: AnyRecord, t: (sentence: string, values: Record<string, string>) => string) => Values | null

/**
 * What a nonconformity begins with where it is raised from an object, by its table; null while the object gives no reason
 * for one. The day, the grade and the rest are for the person to say.
 */
export const raisedFrom: Readonly<Record<string, Raised>> = {
  metric: ({ title, standing, newestValue, target, unit, ownerId }, t) =>
    standing === 'alarm' || standing === 'late'
      ? {
          source: 'measurement',
          title: String(title),
          requirements: ['9.1'],
          requirement: t('The target is {{value}}.', { value: `${target} ${unit}` }),
          seen:
            newestValue === null
              ? t('It was never measured.', {})
              : t('The newest value is {{value}}.', { value: `${newestValue} ${unit}` }),
          ownerId,
        }
      : null,
  operating_control: ({ title, standing, criteria, ownerId }) =>
    standing === 'not_met' || standing === 'late'
      ? { title: String(title), requirements: ['8.1'], requirement: String(criteria), ownerId }
      : null,
  document_promise: (record) => {
    const { title, standing, because, ownerId } = record
    if (standing !== 'broken' && standing !== 'late') return null
    const control = namedIn(record, 'controlId')
    return {
      title: String(title),
      requirements: control === null ? [] : [control.ref],
      requirement: String(title),
      seen: String(because ?? ''),
      ownerId,
    }
  },
  supplier_review: ({ title, outcome, seen, openPoints, at }) =>
    outcome === 'not_met'
      ? { title: String(title), requirements: ['A.5.22'], seen: String(seen), gap: String(openPoints), foundAt: at }
      : null,
}

/** What is known of an incident, with the controls that failed in it. */
export function raisedFromIncident(incident: AnyRecord, failedControls: readonly string[]): Values {
  const { title, description, noticedAt, assigneeId, containment, containedAt, cause } = incident
  return {
    source: 'incident',
    title: String(title),
    requirements: failedControls,
    seen: String(description || title),
    foundAt: noticedAt,
    ownerId: assigneeId,
    correction: String(containment),
    correctedAt: containedAt,
    cause: String(cause),
  }
}
