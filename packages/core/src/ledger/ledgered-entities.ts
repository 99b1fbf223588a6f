import type { Permission } from '../access/permissions.ts'
import type { RegisterHead } from '../register/register-head.ts'
import { type RegisterTable, registerHeads } from '../register/register-heads.ts'
import { childrenOfRegisters } from './children-of-registers.ts'

/** What the ledger knows about one kind of row. The names are those of the tables. */
export type LedgeredEntity = {
  /** What people call one of them. */
  readonly label: string
  /** Who may read its history. */
  readonly read: Permission
  /** Who may bring a deleted one back; null where a deletion is final or undone in another way. */
  readonly restore: Permission | null
  /** Worked out by the system or kept for one person alone: left out of the audit trail unless asked for. */
  readonly background: boolean
  /** It shares its id with the row it belongs to. */
  readonly sameIdAs?: EntityName
  /** Rows whose changes belong to its history, and the column that says so. */
  readonly children: readonly { readonly entity: EntityName; readonly column: string }[]
}

const nouns = [
  'risk',
  'control',
  'evidence',
  'asset',
  'obligation',
  'person',
  'treatment_action',
  'risk_acceptance',
  'risk_occurrence',
  'occurrence_watch',
  'rate_update',
  'collector',
  'methodology',
  'soa_version',
  'what_if',
  'insurance_policy',
  'insurance_policy_risk',
  'document_version',
  'acknowledgement_request',
  'acknowledgement',
  'raci_entry',
  'object_link',
  'evidence_need',
  'risk_control',
  'risk_asset',
  'risk_estimate',
  'estimate_request',
  'obligation_control',
  'evidence_serves',
  'observed_subject',
  'file',
  'ingest_run',
  'comment',
  'comment_mention',
  'mail_preference',
  'calendar_feed',
  'organization',
  'member',
  'invitation',
  'api_token',
  'saved_view',
  'calibration_round',
  'calibration_answer',
  'movement',
  'control_state',
  'risk_state',
  'portfolio_state',
] as const

/** Everything the ledger writes down: the names of the tables. */
export type EntityName = (typeof nouns)[number] | RegisterTable
const heads: readonly RegisterHead<RegisterTable>[] = registerHeads
export const entityNames: readonly EntityName[] = [...nouns, ...heads.map(({ table }) => table)]

const plain = { restore: null, background: false, children: [] } as const

const own: Readonly<Record<(typeof nouns)[number], LedgeredEntity>> = {
  risk: {
    ...plain,
    label: 'Risk',
    read: 'risk:read',
    restore: 'risk:delete',
    children: [
      { entity: 'risk_control', column: 'risk_id' },
      { entity: 'risk_asset', column: 'risk_id' },
      { entity: 'treatment_action', column: 'risk_id' },
      { entity: 'risk_acceptance', column: 'risk_id' },
      { entity: 'occurrence_watch', column: 'risk_id' },
      { entity: 'rate_update', column: 'risk_id' },
      { entity: 'risk_estimate', column: 'risk_id' },
      { entity: 'estimate_request', column: 'risk_id' },
    ],
  },
  control: {
    ...plain,
    label: 'Control',
    read: 'control:read',
    restore: 'control:write',
    children: [
      { entity: 'evidence_need', column: 'control_id' },
      { entity: 'risk_control', column: 'control_id' },
      { entity: 'obligation_control', column: 'control_id' },
    ],
  },
  evidence: {
    ...plain,
    label: 'Evidence',
    read: 'evidence:read',
    children: [{ entity: 'evidence_serves', column: 'evidence_id' }],
  },
  asset: {
    ...plain,
    label: 'Asset',
    read: 'asset:read',
    restore: 'asset:write',
    children: [
      { entity: 'risk_asset', column: 'asset_id' },
      // What rests on it changes what it needs.
      { entity: 'asset_dependency', column: 'on_asset_id' },
    ],
  },
  obligation: {
    ...plain,
    label: 'Obligation',
    read: 'obligation:read',
    restore: 'obligation:write',
    children: [{ entity: 'obligation_control', column: 'obligation_id' }],
  },
  person: { ...plain, label: 'Person', read: 'person:read', restore: 'person:write' },
  treatment_action: { ...plain, label: 'Action', read: 'risk:read', restore: 'risk:write' },
  risk_acceptance: { ...plain, label: 'Acceptance', read: 'risk:read', restore: 'risk:delete' },
  risk_occurrence: { ...plain, label: 'Occurrence', read: 'occurrence:read', restore: 'occurrence:write' },
  occurrence_watch: { ...plain, label: 'Watched period', read: 'occurrence:read', restore: 'occurrence:vouch' },
  rate_update: { ...plain, label: 'Update of an estimate', read: 'risk:read', restore: 'risk:delete' },
  collector: { ...plain, label: 'Collector', read: 'evidence:read' },
  methodology: { ...plain, label: 'Methodology', read: 'methodology:read', restore: 'methodology:write' },
  soa_version: { ...plain, label: 'Statement of Applicability', read: 'soa:read' },
  what_if: { ...plain, label: 'What-if', read: 'risk:read', restore: 'risk:write' },
  insurance_policy: {
    ...plain,
    label: 'Insurance policy',
    read: 'risk:read',
    restore: 'risk:write',
    children: [{ entity: 'insurance_policy_risk', column: 'policy_id' }],
  },
  insurance_policy_risk: { ...plain, label: 'Insured risk', read: 'risk:read', restore: 'risk:write' },
  document_version: { ...plain, label: 'Version of a document', read: 'document:read', restore: 'document:write' },
  acknowledgement_request: { ...plain, label: 'Request to read', read: 'document:read', restore: 'document:write' },
  acknowledgement: { ...plain, label: 'Acknowledgement', read: 'document:read' },
  raci_entry: { ...plain, label: 'Cell of the RACI matrix', read: 'document:read', restore: 'document:write' },
  object_link: { ...plain, label: 'Link', read: 'organization:read', restore: 'link:write' },
  evidence_need: { ...plain, label: 'Evidence need', read: 'control:read', restore: 'control:write' },
  risk_control: { ...plain, label: 'Control of a risk', read: 'risk:read', restore: 'risk:write' },
  risk_asset: { ...plain, label: 'Asset of a risk', read: 'risk:read', restore: 'risk:write' },
  risk_estimate: { ...plain, label: 'Estimate of a risk', read: 'risk:read', restore: 'risk:write' },
  estimate_request: { ...plain, label: 'Request for an estimate', read: 'risk:read', restore: 'risk:write' },
  obligation_control: {
    ...plain,
    label: 'Control of an obligation',
    read: 'obligation:read',
    restore: 'obligation:write',
  },
  evidence_serves: { ...plain, label: 'Evidence for a need', read: 'evidence:read', restore: 'evidence:write' },
  observed_subject: { ...plain, label: 'Observed resource', read: 'evidence:read', background: true },
  file: { ...plain, label: 'File', read: 'evidence:read' },
  ingest_run: { ...plain, label: 'Report', read: 'evidence:read' },
  comment: {
    ...plain,
    label: 'Comment',
    read: 'comment:read',
    children: [{ entity: 'comment_mention', column: 'comment_id' }],
  },
  comment_mention: { ...plain, label: 'Mention', read: 'comment:read' },
  mail_preference: { ...plain, label: 'Mail preference', read: 'work:own', background: true },
  calendar_feed: { ...plain, label: 'Calendar address', read: 'work:own', background: true },
  organization: { ...plain, label: 'Organisation', read: 'organization:read' },
  member: {
    ...plain,
    label: 'Member',
    read: 'member:read',
    children: [{ entity: 'api_token', column: 'member_id' }],
  },
  invitation: { ...plain, label: 'Invitation', read: 'member:manage' },
  api_token: { ...plain, label: 'API token', read: 'member:manage' },
  saved_view: { ...plain, label: 'Saved view', read: 'member:manage', background: true },
  calibration_round: { ...plain, label: 'Calibration round', read: 'member:manage', background: true },
  calibration_answer: { ...plain, label: 'Calibration answer', read: 'member:manage', background: true },
  movement: { ...plain, label: 'Movement', read: 'movement:read', background: true },
  control_state: {
    ...plain,
    label: 'Derived state of a control',
    read: 'control:read',
    restore: 'control:write',
    background: true,
    sameIdAs: 'control',
  },
  risk_state: {
    ...plain,
    label: 'Derived state of a risk',
    read: 'risk:read',
    restore: 'risk:delete',
    background: true,
    sameIdAs: 'risk',
  },
  portfolio_state: { ...plain, label: 'Derived state of the portfolio', read: 'risk:read', background: true },
}

/** A register's objects are brought back by whoever may write them. */
function ofRegister({ table, label, read, write }: RegisterHead<RegisterTable>): LedgeredEntity {
  return { ...plain, label, read, restore: write, children: childrenOfRegisters[table] ?? [] }
}

/** What else belongs to an object's history: the registers that are a part of it. */
function partsOf(entity: string): LedgeredEntity['children'] {
  return heads.flatMap(({ table, part }) => (part?.entity === entity ? [{ entity: table, column: part.column }] : []))
}

// One for each head.
const ofRegisters = Object.fromEntries(heads.map((head) => [head.table, ofRegister(head)])) as unknown as Readonly<
  Record<RegisterTable, LedgeredEntity>
>
const all: Readonly<Record<EntityName, LedgeredEntity>> = { ...own, ...ofRegisters }

const withParts = entityNames.map((entity): readonly [EntityName, LedgeredEntity] => {
  return [entity, { ...all[entity], children: [...all[entity].children, ...partsOf(entity)] }]
})
// One for each name.
export const ledgeredEntities = Object.fromEntries(withParts) as unknown as Readonly<Record<EntityName, LedgeredEntity>>

const withPages = [
  'risk',
  'control',
  'evidence',
  'asset',
  'obligation',
  'person',
  'treatment_action',
  'risk_occurrence',
  'collector',
  'methodology',
  'soa_version',
  'what_if',
  'insurance_policy',
] as const satisfies readonly EntityName[]

/** Objects with a page of their own: they have a history panel and a comment box. */
export type ObjectEntity = (typeof withPages)[number] | RegisterTable
export const objectEntities = [
  ...withPages,
  ...heads.flatMap(({ table, part }) => (part === null ? [table] : [])),
] as readonly ObjectEntity[] as readonly [ObjectEntity, ...ObjectEntity[]]

/** Never leaves the database, not even in the ledger: whoever reads a hash can try guesses against it. */
export const secretColumns: readonly string[] = ['token_hash']

export function isEntityName(name: string): name is EntityName {
  return (entityNames as readonly string[]).includes(name)
}
