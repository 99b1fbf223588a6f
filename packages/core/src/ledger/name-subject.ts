import {
  actionRef,
  assetRef,
  collectorRef,
  evidenceRef,
  obligationRef,
  occurrenceRef,
  personRef,
  policyRef,
  riskRef,
  whatIfRef,
} from '../explanation/people-ref.ts'
import type { RegisterHead } from '../register/register-head.ts'
import { registerHeads } from '../register/register-heads.ts'
import type { LedgerRow, NameOf } from './diff-rows.ts'
import type { EntityName } from './ledgered-entities.ts'
import { referenceColumns } from './reference-columns.ts'

/** What people call a row: `ref` (R-12, A.8.13) where it has one, and its title. */
export type SubjectName = { readonly ref: string | null; readonly title: string }

const refs: Partial<Readonly<Record<EntityName, (row: LedgerRow) => string>>> = {
  risk: (row) => riskRef(Number(row.number)),
  control: (row) => String(row.ref),
  evidence: (row) => evidenceRef(Number(row.number)),
  asset: (row) => assetRef(Number(row.number)),
  obligation: (row) => obligationRef(Number(row.number)),
  person: (row) => personRef(Number(row.number)),
  treatment_action: (row) => actionRef(Number(row.number)),
  collector: (row) => collectorRef(Number(row.number)),
  what_if: (row) => whatIfRef(Number(row.number)),
  insurance_policy: (row) => policyRef(Number(row.number)),
  risk_occurrence: (row) => occurrenceRef(Number(row.number)),
}

const headByTable = new Map<string, RegisterHead>(registerHeads.map((head) => [head.table, head]))

function refOf(entity: EntityName, row: LedgerRow): string | undefined {
  const head = headByTable.get(entity)
  return head === undefined ? refs[entity]?.(row) : `${head.letters}-${Number(row.number)}`
}

const titles: Partial<Readonly<Record<EntityName, (row: LedgerRow, name: (column: string) => string) => string>>> = {
  risk_acceptance: (row, name) => `${name('risk_id')}, accepted by ${row.accepted_by_name}`,
  occurrence_watch: (row, name) =>
    `${day(row.watched_from)} to ${day(row.watched_until)}, ${row.risk_id == null ? 'all risks' : name('risk_id')}`,
  rate_update: (row, name) => `${name('risk_id')}, ${row.decision} by ${row.decided_by_name}`,
  risk_control: (_row, name) => `${name('control_id')} for ${name('risk_id')}`,
  asset_dependency: (_row, name) => `${name('asset_id')} rests on ${name('on_asset_id')}`,
  risk_asset: (_row, name) => `${name('asset_id')} in ${name('risk_id')}`,
  insurance_policy_risk: (_row, name) => `${name('risk_id')} in ${name('policy_id')}`,
  risk_estimate: (_row, name) => `${name('person_id')} for ${name('risk_id')}`,
  estimate_request: (_row, name) => `${name('person_id')} for ${name('risk_id')}`,
  calibration_round: (row) => `Round of ${String(row.started_at).slice(0, 10)}`,
  calibration_answer: (row) => `Question ${row.position}`,
  obligation_control: (_row, name) => `${name('control_id')} for ${name('obligation_id')}`,
  evidence_serves: (_row, name) => `${name('evidence_id')} for “${name('need_id')}”`,
  evidence_need: (row, name) => `${row.title} (${name('control_id')})`,
  document_version: (row) => `${row.title}, version ${row.version_number}`,
  acknowledgement_request: (_row, name) => `${name('person_id')} for ${name('acknowledgement_campaign_id')}`,
  acknowledgement: (row, name) => `${row.person_name} for ${name('document_version_id')}`,
  raci_entry: (row, name) => `${row.letter}: ${name('isms_role_id')} in ${name('raci_activity_id')}`,
  methodology: (row) => `Version ${row.version_number}`,
  soa_version: (row) => `Version ${row.version_number}`,
  observed_subject: (row) => `${row.check_id} on ${row.subject_uid}`,
  ingest_run: (row) => `${row.tool} report of ${String(row.observed_at).slice(0, 10)}`,
  comment: (row) => `Comment by ${row.author_name}`,
  invitation: (row) => String(row.email),
  object_link: (row) =>
    `${String(row.from_entity).replaceAll('_', ' ')} to ${String(row.to_entity).replaceAll('_', ' ')}`,
  movement: (row) => String(row.sentence),
  portfolio_state: () => 'All risks together',
}

const day = (value: unknown) => String(value).slice(0, 10)

/** The name of a row from the row itself; what it points to is named by `nameOf`. */
export function nameSubject(entity: EntityName, row: LedgerRow, nameOf: NameOf): SubjectName {
  const name = (column: string) => {
    const target = referenceColumns[column] ?? (column.replace(/_id$/, '') as EntityName)
    return nameOf(target, String(row[column])) ?? 'something deleted'
  }
  const named = headByTable.get(entity)?.named
  const title = titles[entity]?.(row, name) ?? String((named && row[named]) ?? row.title ?? row.name ?? '')
  return { ref: refOf(entity, row) ?? null, title }
}

/** The short name others use to point at it: the ref where there is one, else the title. */
export function shortName(entity: EntityName, row: LedgerRow): string {
  const ref = refOf(entity, row)
  const title = String(row.title ?? row.name ?? row.email ?? row.version_number ?? '')
  return ref === undefined ? title : entity === 'person' ? title : `${ref} ${title}`
}
