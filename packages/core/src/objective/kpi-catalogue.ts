import { brought, computed, few, type Kpi, quarter, share } from './kpi.ts'
import { operationKpis } from './operation-kpis.ts'

/** Starting targets: each organisation sets its own. */
export const kpiCatalogue = {
  risks_above_acceptance: computed(
    'Risks without valid treatment or acceptance',
    'Open risks above the lowest level, or not assessed, with neither a valid acceptance nor a treatment whose open action is in time, counted',
    few('risks', 0, 1, 3),
  ),
  actions_overdue: computed(
    'Treatment actions overdue',
    'Open actions past their due date, as a share of all open actions',
    few('%', 5, 10, 20),
  ),
  risk_reviews_on_time: computed(
    'Risk reviews on time',
    'Open risks whose review date has not passed, as a share of all open risks',
    share(95, 90, 80),
  ),
  loss_to_appetite: computed(
    'Expected annual loss against appetite',
    'Proven expected loss of a year, as a share of the expected loss that the appetite allows',
    few('%', 100, 110, 150, quarter),
  ),
  controls_implemented: computed(
    'Necessary controls implemented',
    'Applicable controls that are implemented, as a share of all applicable controls',
    share(90, 75, 50),
  ),
  controls_fresh: computed(
    'Controls with fresh evidence',
    'Applicable controls whose evidence is within its validity, as a share of all applicable controls',
    share(90, 75, 50, 7),
  ),
  assurance_mean: computed(
    'Mean assurance of applicable controls',
    'Assurance of all applicable controls, unproven ones as nothing, divided by their number',
    share(70, 50, 30),
  ),
  accepted_risks_expiring: computed(
    'Acceptances that end within 60 days',
    'Risk acceptances in force that expire within 60 days, counted',
    few('acceptances', 0, 3, 6),
  ),
  requirements_undecided: computed(
    'Requirements of interested parties not decided on',
    'Requirements of which nobody has said whether the ISMS addresses them, counted',
    few('requirements', 0, 3, 10, quarter),
  ),
  operations_in_control: computed(
    'Operations that meet their criteria',
    'Operations whose last check is not late and found the criteria met, as a share of all',
    share(100, 90, 75),
  ),
  control_tests_passed: brought(
    'Control tests passed',
    'Control tests passed, as a share of tests done',
    'Records of control tests',
    share(95, 90, 80),
  ),
  access_reviews_on_time: brought(
    'Access reviews done on time',
    'Access reviews done on time, as a share of those due',
    'Access review records',
    share(100, 90, 75, quarter),
  ),
  leaver_access_removed: brought(
    'Leaver access removed in 24 hours',
    'Leavers whose access was removed within 24 hours, as a share of all leavers',
    'Staff records and identity provider',
    share(98, 95, 90),
  ),
  mfa_coverage: brought(
    'Multi-factor sign-in coverage',
    'Accounts with multi-factor sign-in, as a share of all accounts',
    'Identity provider',
    share(100, 98, 95, 7),
  ),
  mfa_privileged: brought(
    'Multi-factor sign-in of privileged accounts',
    'Privileged accounts with multi-factor sign-in, as a share of all privileged accounts',
    'Identity provider',
    share(100, 99, 98, 7),
  ),
  critical_vulnerabilities: brought(
    'Critical vulnerabilities beyond their term',
    'Critical vulnerabilities open longer than their term, counted',
    'Vulnerability scanner',
    few('findings', 0, 2, 5, 7),
  ),
  vulnerability_age: brought(
    'Age of open critical vulnerabilities',
    'Median of days that critical vulnerabilities have been open',
    'Vulnerability scanner',
    few('days', 7, 10, 14, 7),
  ),
  patch_time: brought(
    'Days to patch what is critical and exposed',
    'Median of days between a critical patch for an exposed system and its installation',
    'Patch management',
    few('days', 7, 10, 14),
  ),
  endpoint_compliance: brought(
    'Compliant devices',
    'Devices that meet the baseline, as a share of all devices',
    'Device management',
    share(97, 95, 90, 7),
  ),
  backup_success: brought(
    'Backups that succeeded',
    'Backup jobs that succeeded, as a share of those planned',
    'Backup system',
    share(99, 98, 95, 7),
  ),
  restore_tests: brought(
    'Restore tests passed',
    'Restore tests passed, as a share of those planned',
    'Restore test records',
    share(100, 75, 50, 183),
  ),
  recovery_against_required: brought(
    'Recovery time against what is required',
    'Time the last recovery test took, divided by the time allowed',
    'Continuity test records',
    few('times', 1, 1.25, 2, 183),
  ),
  phishing_reported: brought(
    'Phishing simulations reported',
    'Recipients who reported the simulated mail, as a share of all recipients',
    'Phishing simulation',
    share(60, 40, 20, quarter),
  ),
  phishing_clicked: brought(
    'Phishing simulations clicked',
    'Recipients who clicked in the simulated mail, as a share of all recipients',
    'Phishing simulation',
    few('%', 5, 8, 15, quarter),
  ),
  audit_progress: computed(
    'Audit programme progress',
    'Internal audits reported, as a share of those whose planned end has passed',
    share(100, 90, 75, quarter),
  ),
  nonconformities_overdue: computed(
    'Nonconformities with an overdue action or check',
    'Open nonconformities with a corrective action or a check of effect past its date, counted',
    few('nonconformities', 0, 1, 3),
  ),
  nonconformities_reopened: computed(
    'Nonconformities opened again',
    'Nonconformities of the last year that were opened again at least once, as a share of all found in it',
    few('%', 10, 15, 25, quarter),
  ),
  exceptions_open: brought(
    'Open exceptions to rules',
    'Exceptions to policies that are in force, counted',
    'Register of exceptions',
    few('exceptions', 5, 8, 12),
  ),
  exceptions_age: brought(
    'Age of open exceptions to rules',
    'Median of days since exceptions in force were granted',
    'Register of exceptions',
    few('days', 90, 120, 180),
  ),
  availability: brought(
    'Availability of the main service',
    'Minutes the main service was available, as a share of all minutes',
    'Monitoring',
    share(99.9, 99.5, 99),
  ),
  questionnaires_on_time: brought(
    'Security questionnaires answered in time',
    'Questionnaires of customers answered within the agreed term, as a share of all',
    'Sales records',
    share(95, 85, 70),
  ),
  ...operationKpis,
} as const satisfies Readonly<Record<string, Kpi>>

export type KpiKey = keyof typeof kpiCatalogue
type ComputedKeys = { [K in KpiKey]: (typeof kpiCatalogue)[K] extends { isComputed: true } ? K : never }[KpiKey]
export type ComputedKpi = ComputedKeys

export const kpiKeys = Object.keys(kpiCatalogue) as readonly KpiKey[]

export function isComputedKpi(key: string): key is ComputedKpi {
  return key in kpiCatalogue && kpiCatalogue[key as KpiKey].isComputed
}

/** What a metric's form offers: brought in by somebody, or one of the catalogue. */
export const kpiWords = {
  none: 'Own metric, brought in by hand or by a program',
  ...(Object.fromEntries(kpiKeys.map((key) => [key, kpiCatalogue[key].title])) as Readonly<Record<KpiKey, string>>),
}
