import { catalogueDocuments } from '@sinew/core/catalogue/documents.ts'
import { type CoveringDocument, coverageOf, type KeptRecords } from '@sinew/core/document/document-coverage.ts'
import { documentTemplates } from '@sinew/core/document/templates/document-templates.ts'
import type { EntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { documentStanding, publishedVersion } from './document-rules.ts'

/** The mandatory ones first, as the catalogue has them: what stands for each, and what is missing. */
export async function getCoverage({ db, asOf, now }: Context) {
  const documents = await findDocuments(db, asOf ?? now)
  const kept = await countKept(db)
  const controls = await db.selectFrom('control').select('ref').where('applicable', '=', false).execute()
  const excluded = new Set(controls.map(({ ref }) => ref))
  return {
    items: catalogueDocuments.map((item) => {
      const { id, title, kind, basis, refs } = item
      const covered = coverageOf(item, documents, kept[id] ?? null, excluded)
      const templateId = documentTemplates.find((template) => template.item === id)?.id ?? null
      return {
        ...{ id, title, kind, basis, refs: [...refs], templateId },
        ...{ state: covered.state, because: covered.because },
        keptIn: (kept[id]?.count ?? 0) > 0 ? (records[id]?.entity ?? null) : null,
        documents: covered.documents.map(({ item: _item, ...document }) => document),
      }
    }),
  }
}

async function findDocuments(db: Reader, at: Date): Promise<readonly CoveringDocument[]> {
  const rows = await db
    .selectFrom('document as record')
    .select(['record.number', 'record.title', 'record.item'])
    .select(documentStanding(db, at).as('standing'))
    .select(publishedVersion(db).as('publishedVersion'))
    .where('record.item', '<>', 'other')
    .orderBy('record.number')
    .execute()
  return rows.map((row) => ({ ...row, standing: row.standing as CoveringDocument['standing'] }))
}

type Counted = {
  readonly one: string
  readonly many: string
  /** The table they are kept in. */
  readonly entity: EntityName
  readonly count: (db: Reader) => Promise<number>
}

/** What other parts of the product keep as records of their own. */
const records: Readonly<Record<string, Counted>> = {
  scope: counted('scope_version', 'approved version', 'approved versions', (db) =>
    db.selectFrom('scope_version').where('status', 'in', ['approved', 'superseded']),
  ),
  'ra-process': ofMethodology(),
  'rt-process': ofMethodology(),
  soa: counted('soa_version', 'approved version', 'approved versions', (db) =>
    db.selectFrom('soa_version').where('status', 'in', ['approved', 'superseded']),
  ),
  rtp: counted('treatment_action', 'treatment action', 'treatment actions'),
  'competence-records': counted('competence_proof', 'proof of competence', 'proofs of competence'),
  'doc-register': counted('document', 'document', 'documents'),
  'external-docs': counted('external_document', 'external document', 'external documents'),
  'ra-results': counted('risk', 'assessed risk', 'assessed risks', (db) =>
    db.selectFrom('risk').where('estimated_at', 'is not', null),
  ),
  'rt-results': counted('risk', 'risk with a decided treatment', 'risks with a decided treatment', (db) =>
    db.selectFrom('risk').where('treatment', 'is not', null),
  ),
  objectives: counted('objective', 'objective', 'objectives'),
  'measurement-results': counted('metric_value', 'measured value', 'measured values'),
  'operation-records': counted('operating_check', 'check of an operation', 'checks of operations'),
  'audit-programme': counted('audit_programme', 'audit programme', 'audit programmes'),
  'audit-results': counted('audit', 'reported audit', 'reported audits', (db) =>
    db.selectFrom('audit').where('reported_at', 'is not', null),
  ),
  'management-review': counted('management_review', 'review, signed off', 'reviews, signed off', (db) =>
    db.selectFrom('management_review').where('state', '=', 'signed'),
  ),
  'nc-records': counted('nonconformity', 'nonconformity', 'nonconformities'),
  context: counted('context_issue', 'issue', 'issues'),
  'asset-inventory': counted('asset', 'asset', 'assets'),
  'legal-register': counted('obligation', 'obligation', 'obligations'),
  retention: counted('retention_rule', 'retention rule', 'retention rules'),
  roles: counted('isms_role', 'role', 'roles'),
  'comm-plan': counted('communication', 'planned communication', 'planned communications'),
  'training-plan': counted('course', 'course', 'courses'),
  'measurement-plan': counted('metric', 'metric', 'metrics'),
  'supplier-register': counted('supplier', 'supplier', 'suppliers'),
}

/** Criteria, scales and who may accept what: the process of assessing and treating risks, once somebody looked at it. */
function ofMethodology(): Counted {
  return counted('methodology', 'approved version of the methodology', 'approved versions of the methodology', (db) =>
    db.selectFrom('methodology').where('status', 'in', ['approved', 'superseded']).where('is_default', '=', false),
  )
}

type Countable = {
  readonly select: (column: never) => { readonly executeTakeFirst: () => Promise<unknown> }
}

function counted(
  entity: EntityName,
  one: string,
  many: string,
  rows: (db: Reader) => unknown = (db) => db.selectFrom(entity as 'course'),
): Counted {
  const count = async (db: Reader) => {
    // Each query names a table of its own; only their number is asked for.
    const query = rows(db) as Countable
    const row = await query.select(sql<number>`count(*)::int`.as('count') as never).executeTakeFirst()
    return (row as { readonly count: number }).count
  }
  return { entity, one, many, count }
}

async function countKept(db: Reader): Promise<Readonly<Record<string, KeptRecords>>> {
  const kept: Record<string, KeptRecords> = {}
  for (const [id, { one, many, count }] of Object.entries(records)) {
    const n = await count(db)
    kept[id] = { count: n, words: `${n} ${n === 1 ? one : many}` }
  }
  return kept
}
