import type { CatalogueDocument } from '../catalogue/documents.ts'
import type { documentStandings } from './document-register.ts'

export type CoverageState = 'fresh' | 'overdue' | 'in_work' | 'missing' | 'not_needed'

export type CoveringDocument = {
  readonly number: number
  readonly title: string
  readonly item: string
  readonly standing: keyof typeof documentStandings
  readonly publishedVersion: number | null
}

export type Coverage = {
  readonly state: CoverageState
  readonly because: string
  readonly documents: readonly CoveringDocument[]
}

/** What the product keeps of an item beside documents: `12 assets`; null where it keeps nothing of the kind. */
export type KeptRecords = { readonly count: number; readonly words: string }

/**
 * Whether one of the documents or records an ISMS has is there. A published document decides; else the records that are kept
 * as such; a draft covers nothing yet. `excluded`: the Annex A controls that are not applicable.
 */
export function coverageOf(
  item: CatalogueDocument,
  all: readonly CoveringDocument[],
  kept: KeptRecords | null,
  excluded: ReadonlySet<string>,
): Coverage {
  const documents = all.filter((document) => document.item === item.id && document.standing !== 'retired')
  const [published] = documents.filter(({ standing }) => standing === 'published')
  if (published !== undefined)
    return {
      state: 'fresh',
      because: `D-${published.number} is published as version ${published.publishedVersion}.`,
      documents,
    }
  const [overdue] = documents.filter(({ standing }) => standing === 'overdue')
  if (overdue !== undefined)
    return { state: 'overdue', because: `D-${overdue.number} is published, but its review is overdue.`, documents }
  if (kept !== null && kept.count > 0) return { state: 'fresh', because: `Kept here: ${kept.words}.`, documents }
  const [working] = documents
  if (working !== undefined)
    return { state: 'in_work', because: `D-${working.number} is in work, and nothing is published.`, documents }
  if (item.basis === 'annex-a-if-necessary' && item.refs.length > 0 && item.refs.every((ref) => excluded.has(ref)))
    return { state: 'not_needed', because: `${item.refs.join(' and ')} is not applicable.`, documents }
  const because = kept === null ? 'There is no document of the kind.' : 'There is neither a document nor a record.'
  return { state: 'missing', because, documents }
}
