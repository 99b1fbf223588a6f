import type { ComponentType } from 'react'
import { registerNouns } from '../app/register-nouns.ts'
import { later } from '../ui/later.ts'
import type { Noun } from '../ui/noun-icons.ts'
import type { AnyRecord } from './register-record.ts'

/** What the pages of a register's objects show beyond what follows from its declaration. */
export type RegisterExtension = {
  readonly noun?: Noun
  /** One sentence on top of an object's page. */
  readonly Sentence?: ComponentType<{ readonly record: AnyRecord }>
  /** What an object's page begins with. */
  readonly Lead?: ComponentType<{ readonly record: AnyRecord }>
  /** Panels below what the object says of itself. */
  readonly Panels?: ComponentType<{ readonly record: AnyRecord }>
  /** Parts that its own panels show, by their tables. */
  readonly shownByPanels?: readonly string[]
}

const extensions: Readonly<Record<string, Omit<RegisterExtension, 'noun'>>> = {
  certification: {
    Sentence: later(async () => (await import('../certification/CertificationSentence.tsx')).CertificationSentence),
    Panels: later(async () => (await import('../certification/CertificationPanels.tsx')).CertificationPanels),
    shownByPanels: ['plan_task'],
  },
  management_review: {
    Panels: later(async () => (await import('../management-review/ReviewPanels.tsx')).ReviewPanels),
    shownByPanels: ['review_input'],
  },
  scope_version: {
    Panels: later(async () => (await import('../context/ScopePanels.tsx')).ScopePanels),
  },
  party_requirement: {
    Panels: later(async () => (await import('../context/MakeObligation.tsx')).MakeObligation),
  },
  objective: {
    Lead: later(async () => (await import('../objective/ObjectiveProgress.tsx')).ObjectiveProgress),
  },
  metric: {
    Sentence: later(async () => (await import('../objective/MetricSentence.tsx')).MetricSentence),
    Lead: later(async () => (await import('../objective/MetricTrend.tsx')).TrendOfMetric),
  },
  audit_programme: {
    Panels: later(async () => (await import('../audit/CoveragePanel.tsx')).CoveragePanel),
  },
  audit: {
    Panels: later(async () => (await import('../audit/AuditPanels.tsx')).AuditPanels),
    shownByPanels: ['audit_check'],
  },
  nonconformity: {
    Sentence: later(async () => (await import('../nonconformity/NonconformitySentence.tsx')).NonconformitySentence),
  },
  course: { Panels: later(async () => (await import('../training/AssignCourse.tsx')).AssignCourse) },
  supplier: {
    Sentence: later(async () => (await import('../supplier/SupplierSentence.tsx')).SupplierSentence),
    Lead: later(async () => (await import('../supplier/SupplierPanels.tsx')).SupplierPanels),
  },
  questionnaire: {
    Panels: later(async () => (await import('../supplier/TakeOverQuestions.tsx')).TakeOverQuestions),
  },
  supplier_questionnaire: {
    Panels: later(async () => (await import('../supplier/AnswersPanel.tsx')).AnswersPanel),
  },
  incident: {
    Sentence: later(async () => (await import('../incident/IncidentSentence.tsx')).IncidentSentence),
    Lead: later(async () => (await import('../incident/ClocksPanel.tsx')).ClocksPanel),
    Panels: later(async () => (await import('../incident/ConsequencesPanel.tsx')).ConsequencesPanel),
    shownByPanels: ['incident_notification'],
  },
  document: {
    Lead: later(async () => (await import('../document/DocumentLead.tsx')).DocumentLead),
    Panels: later(async () => (await import('../document/DocumentPromises.tsx')).DocumentPromises),
  },
  acknowledgement_campaign: {
    Lead: later(async () => (await import('../acknowledgement/AskedPeople.tsx')).AskedPeople),
  },
}

export function extensionOf(table: string): RegisterExtension & { readonly noun: Noun } {
  return { noun: registerNouns[table] ?? 'register', ...extensions[table] }
}
