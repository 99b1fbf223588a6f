import type { Permission } from '@sinew/core/access/permissions.ts'
import type { RegisterTable } from '@sinew/core/register/register-heads.ts'
import { type MenuPath, paths } from '../app/paths.ts'

/** A page of a subject: a register, or a screen of its own. */
export type SubjectPage =
  | { readonly table: RegisterTable }
  | {
      readonly title: string
      readonly path: MenuPath
      readonly read: Permission
    }

export type Subject = { readonly title: string; readonly pages: readonly SubjectPage[] }

/** What belongs together stands under one entry of the menu, as tabs. */
export const subjects: readonly Subject[] = [
  {
    title: 'Work',
    pages: [
      { title: 'My work', path: paths.my, read: 'work:read' },
      { title: 'Everything due', path: paths.work, read: 'work:read' },
      { title: 'Calendar', path: paths.calendar, read: 'work:read' },
      { table: 'task' },
      { table: 'duty' },
    ],
  },
  {
    title: 'People',
    pages: [
      { title: 'People', path: paths.people, read: 'person:read' },
      { table: 'course' },
      { table: 'competence' },
      { table: 'checklist_run' },
      { table: 'checklist' },
      { table: 'communication' },
    ],
  },
  { title: 'Suppliers', pages: [{ table: 'supplier' }, { table: 'questionnaire' }] },
  {
    title: 'Audits and certification',
    pages: [
      { table: 'audit' },
      { table: 'audit_programme' },
      { table: 'management_review' },
      { table: 'certification' },
    ],
  },
  {
    title: 'Context',
    pages: [
      { table: 'scope_version' },
      { table: 'context_issue' },
      { table: 'climate_decision' },
      { table: 'interested_party' },
      { table: 'isms_process' },
      { table: 'isms_risk' },
      { table: 'site' },
      { table: 'unit' },
      { table: 'service' },
    ],
  },
  { title: 'Objectives', pages: [{ table: 'objective' }, { table: 'metric' }] },
  { title: 'Changes and operation', pages: [{ table: 'planned_change' }, { table: 'operating_control' }] },
  { title: 'Nonconformities', pages: [{ table: 'nonconformity' }, { table: 'improvement' }] },
  {
    title: 'Documents',
    pages: [
      { table: 'document' },
      { title: 'Coverage', path: paths.documentCoverage, read: 'document:read' },
      { table: 'document_promise' },
      { table: 'acknowledgement_campaign' },
      { table: 'external_document' },
      { table: 'retention_rule' },
    ],
  },
  {
    title: 'Leadership',
    pages: [
      { table: 'isms_role' },
      { title: 'Responsibilities', path: paths.raci, read: 'document:read' },
      { table: 'raci_activity' },
      { table: 'delegation' },
      { table: 'management_commitment' },
    ],
  },
]

export function subjectOf(here: string): Subject | undefined {
  return subjects.find(({ pages }) => pages.some((page) => ('table' in page ? page.table : page.path) === here))
}
