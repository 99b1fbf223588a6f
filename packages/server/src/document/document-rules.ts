import { findAnnexAControl } from '@sinew/core/catalogue/annex-a.ts'
import { clauseItems } from '@sinew/core/catalogue/clauses.ts'
import type { documentRegister } from '@sinew/core/document/document-register.ts'
import type { externalDocumentRegister } from '@sinew/core/document/external-document-register.ts'
import { removeDocumentRefusals } from '@sinew/core/document/version-rules.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { Database } from '../db/database.ts'
import { invalidField } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'

type Versions = ExpressionBuilder<Database, 'document_version'>
const ofRecord = (where: Versions) => where('document_version.document_id', '=', sql.ref<string>('record.id'))

function published(db: Reader) {
  return db.selectFrom('document_version').where(ofRecord).where('document_version.status', '=', 'published')
}

/** How a document stands: by the version that holds, else by the newest one; a late review is said first. */
export function documentStanding(db: Reader, at: Date) {
  const newest = db
    .selectFrom('document_version')
    .select('document_version.status')
    .where(ofRecord)
    .orderBy('document_version.version_number', 'desc')
    .limit(1)
  return sql<string>`case when ${published(db).select('document_version.version_number')} is not null
    then case when record.review_at < ${at} then 'overdue' else 'published' end
    else coalesce(${newest}, 'empty') end`
}

export function publishedVersion(db: Reader) {
  return sql<number | null>`${published(db).select('document_version.version_number')}`
}

const clauses = new Set(clauseItems.flatMap(({ id, clause }) => [id, clause]))

export const documentRules: RegisterRules<typeof documentRegister> = {
  searched: ['distribution'],
  computed: { standing: documentStanding, publishedVersion },
  check: async (_ctx, _tx, { clauses: named, controls }) => {
    const clause = named.find((one) => !clauses.has(one))
    if (clause !== undefined) throw invalidField('clauses', `The standard has no clause ${clause}: 5.2 or 6.1.2, say.`)
    const control = controls.find((one) => findAnnexAControl(one) === undefined && !/^C-\d+$/.test(one))
    if (control !== undefined) throw invalidField('controls', `There is no control ${control}: A.5.1 or C-3, say.`)
    return []
  },
  keep: async (_ctx, tx, { id }) => {
    const { approved } = await tx
      .selectFrom('document_version')
      .select((select) => select.fn.countAll<string>().as('approved'))
      .where('document_id', '=', id)
      .where('approved_at', 'is not', null)
      .executeTakeFirstOrThrow()
    return removeDocumentRefusals(Number(approved))
  },
}

export const externalDocumentRules: RegisterRules<typeof externalDocumentRegister> = {
  searched: ['source', 'edition'],
  computed: {
    standing: (_db, at) => sql`case when record.next_check_at < ${at} then 'overdue'
      when record.checked_at is null or record.checked_at > ${at}::timestamptz + interval '26 hours' then 'unchecked' else 'checked' end`,
  },
}
