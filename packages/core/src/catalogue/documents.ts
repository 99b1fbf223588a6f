import data from './data/documents.json' with { type: 'json' }

/** A document or record an ISMS has. */
export type CatalogueDocument = {
  readonly id: string
  readonly title: string
  readonly kind: 'document' | 'record' | 'register'
  /** Asked for by a clause, by an Annex A control where that is necessary, or recommended by practice. */
  readonly basis: 'clause' | 'annex-a-if-necessary' | 'recommended'
  /** Clauses, clause items and Annex A controls it serves. */
  readonly refs: readonly string[]
  readonly approver: string
  readonly reviewDays: number
  readonly typicalContents: readonly string[]
  readonly auditNote: string
}

/** All 47, the 18 mandatory ones first. The cast holds because documents.test.ts checks kind and basis. */
export const catalogueDocuments = data.documents as readonly CatalogueDocument[]

const documentById = new Map(catalogueDocuments.map((document) => [document.id, document]))

export function findCatalogueDocument(id: string): CatalogueDocument | undefined {
  return documentById.get(id)
}

/** Documents and records that serve an Annex A control, a clause or a clause item, by its exact id. */
export function listDocumentsServing(ref: string): readonly CatalogueDocument[] {
  return catalogueDocuments.filter((document) => document.refs.includes(ref))
}
