import { catalogueDocuments } from '@sinew/core/catalogue/documents.ts'
import { type CoveringDocument, coverageOf, type KeptRecords } from '@sinew/core/document/document-coverage.ts'
import { documentTemplates } from '@sinew/core/document/templates/document-templates.ts'
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

type Counted = { readonly one: string; readonly many: string; readonly count: (db: Reader) => Promise<number> }

/** What other parts of the product keep as records of their own. */
const records: Readonly<Record<string, Counted>> = {
  scope: counted('approved version', 'approved versions', (db) =>
    db.selectFrom('scope_version').where('status', 'in', ['approved', 'superseded']),
  ),
  soa: counted('approved version', 'approved versions', (db) =>
    db.selectFrom('soa_version').where('status', 'in', ['approved', 'superseded']),
  ),
  rtp: counted('treatment action', 'treatment actions', (db) => db.selectFrom('treatment_action')),
  'doc-register': counted('document', 'documents', (db) => db.selectFrom('document')),
  'external-docs': counted('external document', 'external documents', (db) => db.selectFrom('external_document')),
  'ra-results': counted('assessed risk', 'assessed risks', (db) =>
    db.selectFrom('risk').where('estimated_at', 'is not', null),
  ),
  'rt-results': counted('risk with a decided treatment', 'risks with a decided treatment', (db) =>
    db.selectFrom('risk').where('treatment', 'is not', null),
  ),
  objectives: counted('objective', 'objectives', (db) => db.selectFrom('objective')),
  'measurement-results': counted('measured value', 'measured values', (db) => db.selectFrom('metric_value')),
  'operation-records': counted('check of an operation', 'checks of operations', (db) =>
    db.selectFrom('operating_check'),
  ),
  'audit-programme': counted('audit programme', 'audit programmes', (db) => db.selectFrom('audit_programme')),
  'audit-results': counted('audit finding', 'audit findings', (db) => db.selectFrom('audit_finding')),
  'nc-records': counted('nonconformity', 'nonconformities', (db) => db.selectFrom('nonconformity')),
  context: counted('issue', 'issues', (db) => db.selectFrom('context_issue')),
  'asset-inventory': counted('asset', 'assets', (db) => db.selectFrom('asset')),
  'legal-register': counted('obligation', 'obligations', (db) => db.selectFrom('obligation')),
  retention: counted('retention rule', 'retention rules', (db) => db.selectFrom('retention_rule')),
  roles: counted('role', 'roles', (db) => db.selectFrom('isms_role')),
}

type Countable = {
  readonly select: (column: never) => { readonly executeTakeFirst: () => Promise<unknown> }
}

function counted(one: string, many: string, rows: (db: Reader) => unknown): Counted {
  const count = async (db: Reader) => {
    // Each query names a table of its own; only their number is asked for.
    const query = rows(db) as Countable
    const row = await query.select(sql<number>`count(*)::int`.as('count') as never).executeTakeFirst()
    return (row as { readonly count: number }).count
  }
  return { one, many, count }
}

async function countKept(db: Reader): Promise<Readonly<Record<string, KeptRecords>>> {
  const kept: Record<string, KeptRecords> = {}
  for (const [id, { one, many, count }] of Object.entries(records)) {
    const n = await count(db)
    kept[id] = { count: n, words: `${n} ${n === 1 ? one : many}` }
  }
  return kept
}
