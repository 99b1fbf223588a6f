import { operationHeads } from './operation-heads.ts'
import { head, partHead } from './register-head.ts'

/** Every register of the product, by subject. */
export const registerHeads = [
  head('work', 'task', 'tasks', { letters: 'TA', label: 'Task', title: 'Tasks' }),
  head('work', 'duty', 'duties', { letters: 'DU', label: 'Duty', title: 'Duties' }),
  partHead('work', 'duty_done', 'duties-done', {
    letters: 'DD',
    label: 'Done duty',
    title: 'When it was done',
    named: 'note',
    of: { entity: 'duty', column: 'duty_id' },
  }),
  head('context', 'site', 'sites', { letters: 'SI', label: 'Site', title: 'Sites', named: 'name' }),
  head('context', 'interested_party', 'interested-parties', {
    letters: 'PA',
    label: 'Interested party',
    title: 'Interested parties',
    named: 'name',
  }),
  partHead('context', 'party_requirement', 'party-requirements', {
    letters: 'RQ',
    label: 'Requirement of a party',
    title: 'Requirements of interested parties',
    of: { entity: 'interested_party', column: 'party_id' },
  }),
  head('finding', 'nonconformity', 'nonconformities', {
    letters: 'NC',
    label: 'Nonconformity',
    title: 'Nonconformities',
  }),
  partHead('finding', 'corrective_action', 'corrective-actions', {
    letters: 'CA',
    label: 'Corrective action',
    title: 'Corrective actions',
    of: { entity: 'nonconformity', column: 'nonconformity_id' },
  }),
  head('finding', 'improvement', 'improvements', { letters: 'IM', label: 'Improvement', title: 'Improvements' }),
  head('audit', 'audit_programme', 'audit-programmes', {
    letters: 'AP',
    label: 'Audit programme',
    title: 'Audit programmes',
  }),
  partHead('audit', 'audit_exception', 'audit-exceptions', {
    letters: 'AX',
    label: 'Exception of a programme',
    title: 'Exceptions',
    of: { entity: 'audit_programme', column: 'programme_id' },
  }),
  head('audit', 'audit', 'audits', { letters: 'AU', label: 'Internal audit', title: 'Internal audits' }),
  partHead('audit', 'audit_auditor', 'audit-auditors', {
    letters: 'AA',
    label: 'Auditor',
    title: 'Auditors',
    insideBy: 'personId',
    of: { entity: 'audit', column: 'audit_id' },
  }),
  partHead('audit', 'audit_check', 'audit-checks', {
    letters: 'AC',
    label: 'Question of an audit',
    title: 'Checklist',
    of: { entity: 'audit', column: 'audit_id' },
  }),
  partHead('audit', 'audit_evidence', 'audit-evidence', {
    letters: 'AE',
    label: 'Audit evidence',
    title: 'Audit evidence',
    of: { entity: 'audit', column: 'audit_id' },
  }),
  partHead('audit', 'audit_finding', 'audit-findings', {
    letters: 'F',
    label: 'Finding',
    title: 'Findings',
    of: { entity: 'audit', column: 'audit_id' },
  }),
  head('context', 'context_issue', 'context-issues', {
    letters: 'IS',
    label: 'Issue',
    title: 'Issues',
  }),
  head('context', 'climate_decision', 'climate-decisions', {
    letters: 'CD',
    label: 'Climate decision',
    title: 'Climate change',
  }),
  head('context', 'unit', 'units', { letters: 'U', label: 'Unit', title: 'Units', named: 'name' }),
  head('context', 'service', 'services', { letters: 'SV', label: 'Service', title: 'Services', named: 'name' }),
  head('context', 'isms_process', 'processes', { letters: 'PR', label: 'Process', title: 'Processes', named: 'name' }),
  partHead('context', 'process_feed', 'process-feeds', {
    letters: 'PF',
    label: 'Feed of a process',
    title: 'What feeds it',
    of: { entity: 'isms_process', column: 'process_id' },
  }),
  head('context', 'isms_risk', 'isms-risks', {
    letters: 'RO',
    label: 'Risk or opportunity of the ISMS',
    title: 'Risks and opportunities',
  }),
  head('context', 'scope_version', 'scope-versions', { letters: 'SC', label: 'Version of the scope', title: 'Scope' }),
  partHead('context', 'scope_boundary', 'scope-boundaries', {
    letters: 'SB',
    label: 'Border of the scope',
    title: 'Borders of the scope',
    of: { entity: 'scope_version', column: 'scope_version_id' },
  }),
  head('change', 'planned_change', 'changes', { letters: 'CH', label: 'Planned change', title: 'Planned changes' }),
  head('change', 'operating_control', 'operations', { letters: 'OP', label: 'Operation', title: 'Operations' }),
  partHead('change', 'operating_check', 'operating-checks', {
    letters: 'OK',
    label: 'Check of an operation',
    title: 'Checks',
    of: { entity: 'operating_control', column: 'operating_control_id' },
  }),
  head('objective', 'objective', 'objectives', { letters: 'OB', label: 'Objective', title: 'Objectives' }),
  head('objective', 'metric', 'metrics', { letters: 'ME', label: 'Metric', title: 'Metrics' }),
  partHead('objective', 'metric_value', 'metric-values', {
    letters: 'MV',
    label: 'Value of a metric',
    title: 'Values',
    of: { entity: 'metric', column: 'metric_id' },
  }),
  partHead('objective', 'metric_evaluation', 'metric-evaluations', {
    letters: 'MX',
    label: 'Evaluation of a metric',
    title: 'Evaluations',
    of: { entity: 'metric', column: 'metric_id' },
  }),
  head('document', 'document', 'documents', { letters: 'D', label: 'Document', title: 'Documents' }),
  head('document', 'document_promise', 'promises', { letters: 'PM', label: 'Promise', title: 'Promises' }),
  head('document', 'acknowledgement_campaign', 'campaigns', {
    letters: 'ACK',
    label: 'Campaign',
    title: 'Acknowledgements',
  }),
  head('document', 'external_document', 'external-documents', {
    letters: 'XD',
    label: 'External document',
    title: 'External documents',
  }),
  head('document', 'retention_rule', 'retention-rules', {
    letters: 'RT',
    label: 'Retention rule',
    title: 'Retention rules',
  }),
  head('document', 'isms_role', 'isms-roles', { letters: 'ROL', label: 'Role', title: 'Roles' }),
  head('document', 'raci_activity', 'raci-activities', { letters: 'RAC', label: 'Activity', title: 'Activities' }),
  head('document', 'delegation', 'delegations', { letters: 'DG', label: 'Delegation', title: 'Delegations' }),
  head('document', 'management_commitment', 'commitments', {
    letters: 'MC',
    label: 'Commitment',
    title: 'Commitments of management',
  }),
  head('review', 'management_review', 'management-reviews', {
    letters: 'MR',
    label: 'Management review',
    title: 'Management reviews',
  }),
  partHead('review', 'review_input', 'review-inputs', {
    letters: 'RI',
    label: 'Input of a review',
    title: 'Inputs',
    of: { entity: 'management_review', column: 'review_id' },
  }),
  partHead('review', 'review_participant', 'review-participants', {
    letters: 'RP',
    label: 'Participant',
    title: 'Participants',
    insideBy: 'personId',
    of: { entity: 'management_review', column: 'review_id' },
  }),
  partHead('review', 'review_decision', 'review-decisions', {
    letters: 'RD',
    label: 'Decision of a review',
    title: 'Decisions',
    of: { entity: 'management_review', column: 'review_id' },
  }),
  head('certification', 'certification', 'certifications', {
    letters: 'CY',
    label: 'Certification cycle',
    title: 'Certification',
  }),
  partHead('certification', 'external_audit', 'external-audits', {
    letters: 'EA',
    label: 'Audit of the body',
    title: 'Audits of the body',
    of: { entity: 'certification', column: 'certification_id' },
  }),
  partHead('certification', 'external_finding', 'external-findings', {
    letters: 'EF',
    label: 'Finding of the body',
    title: 'Findings of the body',
    of: { entity: 'external_audit', column: 'external_audit_id' },
  }),
  partHead('certification', 'plan_task', 'plan-tasks', {
    letters: 'PT',
    label: 'Task of the plan',
    title: 'Plan',
    of: { entity: 'certification', column: 'certification_id' },
  }),
  ...operationHeads,
] as const

export type RegisterTable = (typeof registerHeads)[number]['table']

/** @throws Error when there is no such register: a mistake in the program. */
export function headOf<T extends RegisterTable>(table: T): Extract<(typeof registerHeads)[number], { table: T }> {
  const found = registerHeads.find((one) => one.table === table)
  if (found === undefined) throw new Error(`There is no register ${table}`)
  return found as Extract<(typeof registerHeads)[number], { table: T }>
}
