import { head, partHead } from './register-head.ts'

/** Registers of what is run every day: incidents, suppliers, people, and what belongs to assets and obligations. */
export const operationHeads = [
  head('incident', 'incident', 'incidents', { letters: 'IN', label: 'Incident', title: 'Incidents' }),
  partHead('incident', 'incident_entry', 'incident-entries', {
    letters: 'TL',
    label: 'Entry of a time line',
    title: 'Time line',
    of: { entity: 'incident', column: 'incident_id' },
  }),
  partHead('incident', 'incident_notification', 'incident-notifications', {
    letters: 'NO',
    label: 'Notification',
    title: 'Notifications of incidents',
    of: { entity: 'incident', column: 'incident_id' },
  }),
  partHead('incident', 'incident_risk', 'incident-risks', {
    letters: 'IR',
    label: 'Risk that came true',
    title: 'Risks that came true',
    of: { entity: 'incident', column: 'incident_id' },
  }),
  partHead('incident', 'incident_control', 'incident-controls', {
    letters: 'IC',
    label: 'Control in an incident',
    title: 'Controls in incidents',
    of: { entity: 'incident', column: 'incident_id' },
  }),
  head('supplier', 'supplier', 'suppliers', { letters: 'SU', label: 'Supplier', title: 'Suppliers', named: 'name' }),
  partHead('supplier', 'supplier_contract', 'supplier-contracts', {
    letters: 'CT',
    label: 'Contract',
    title: 'Contracts of suppliers',
    of: { entity: 'supplier', column: 'supplier_id' },
  }),
  partHead('supplier', 'supplier_certificate', 'supplier-certificates', {
    letters: 'CE',
    label: 'Certificate of a supplier',
    title: 'Certificates of suppliers',
    of: { entity: 'supplier', column: 'supplier_id' },
  }),
  partHead('supplier', 'supplier_review', 'supplier-reviews', {
    letters: 'SR',
    label: 'Review of a supplier',
    title: 'Reviews of suppliers',
    of: { entity: 'supplier', column: 'supplier_id' },
  }),
  head('supplier', 'questionnaire', 'questionnaires', {
    letters: 'QN',
    label: 'Questionnaire',
    title: 'Questionnaires',
  }),
  partHead('supplier', 'question', 'questions', {
    letters: 'QU',
    label: 'Question',
    title: 'Questions',
    of: { entity: 'questionnaire', column: 'questionnaire_id' },
  }),
  partHead('supplier', 'supplier_questionnaire', 'supplier-questionnaires', {
    letters: 'SQ',
    label: 'Questionnaire of a supplier',
    title: 'Questionnaires of suppliers',
    of: { entity: 'supplier', column: 'supplier_id' },
  }),
  head('training', 'course', 'courses', { letters: 'CS', label: 'Course', title: 'Courses' }),
  partHead('training', 'course_assignment', 'course-assignments', {
    letters: 'CN',
    label: 'Assignment of a course',
    title: 'Assignments',
    of: { entity: 'course', column: 'course_id' },
  }),
  head('training', 'competence', 'competences', { letters: 'CP', label: 'Competence', title: 'Competences' }),
  partHead('training', 'competence_proof', 'competence-proofs', {
    letters: 'PC',
    label: 'Proof of competence',
    title: 'Proof of competence',
    of: { entity: 'competence', column: 'competence_id' },
  }),
  head('training', 'communication', 'communications', {
    letters: 'CM',
    label: 'Line of the communication plan',
    title: 'Communication plan',
  }),
  head('training', 'checklist', 'checklists', { letters: 'CL', label: 'Checklist', title: 'Checklists' }),
  partHead('training', 'checklist_item', 'checklist-items', {
    letters: 'LI',
    label: 'Step of a checklist',
    title: 'Steps',
    of: { entity: 'checklist', column: 'checklist_id' },
  }),
  head('training', 'checklist_run', 'checklist-runs', {
    letters: 'JL',
    label: 'Joiner, mover or leaver',
    title: 'Joiners and leavers',
  }),
  partHead('training', 'checklist_task', 'checklist-tasks', {
    letters: 'LT',
    label: 'Step to be done',
    title: 'Steps to be done',
    of: { entity: 'checklist_run', column: 'run_id' },
  }),
  partHead('asset', 'asset_dependency', 'asset-dependencies', {
    letters: 'AD',
    label: 'Dependency of an asset',
    title: 'What it rests on',
    named: 'note',
    of: { entity: 'asset', column: 'asset_id' },
  }),
] as const
