import { computed, few, quarter, share } from './kpi.ts'

/** Figures of incidents, suppliers, people and documents, each worked out from its register. */
export const operationKpis = {
  incidents_severe: computed(
    'Incidents of high or critical severity',
    'Incidents noticed in the last 30 days whose severity is high or critical, counted; all of them by severity beside it',
    few('incidents', 0, 1, 3),
  ),
  incidents_by_staff: computed(
    'Incidents and events reported by staff',
    'Reports of the last 91 days by people who do not run the ISMS, as a share of all reports',
    share(50, 30, 10),
  ),
  time_to_detect: computed(
    'Hours to notice an incident',
    'Median of hours from when incidents of the last 91 days happened until they were noticed, where both are known',
    few('hours', 24, 72, 168),
  ),
  time_to_contain: computed(
    'Hours to contain an incident',
    'Median of hours from when incidents contained in the last 91 days were noticed until they were contained',
    few('hours', 8, 24, 48),
  ),
  time_to_recover: computed(
    'Hours to recover from an incident',
    'Median of hours from when incidents recovered from in the last 91 days were noticed until they were over',
    few('hours', 24, 72, 168),
  ),
  notifications_in_time: computed(
    'Notifications made in the legal term',
    'Notifications of incidents due or made in the last year that were made in time, as a share of all of them',
    share(100, 99, 95, quarter),
  ),
  training_done: computed(
    'Training completed',
    'Trainings due in the last year that were completed, as a share of all of them; who is exempt is left out',
    share(97, 90, 80),
  ),
  suppliers_reviewed: computed(
    'Critical suppliers reviewed',
    'Suppliers of high or critical criticality whose review is not due, as a share of all of them',
    share(100, 90, 75, quarter),
  ),
  policies_current: computed(
    'Policies within their review date',
    'Policies in force whose review date has not passed, as a share of all policies but retired ones',
    share(100, 95, 85),
  ),
} as const
