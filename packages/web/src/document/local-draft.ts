import type { LocalDraft } from './draft-saver.ts'

const keyOf = (documentVersionId: string) => `sinew.draft.${documentVersionId}`

/** Keeps what is not at the server yet in this browser; a full or closed store only loses that second copy. */
export function keepLocalDraft(documentVersionId: string, draft: LocalDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(documentVersionId))
    else localStorage.setItem(keyOf(documentVersionId), JSON.stringify(draft))
  } catch {
    // The server's copy follows in seconds.
  }
}

export function findLocalDraft(documentVersionId: string): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(documentVersionId)) ?? 'null') as Partial<LocalDraft> | null
    if (typeof kept?.content !== 'string' || typeof kept.baseVersion !== 'number') return null
    return {
      content: kept.content,
      changeNote: kept.changeNote ?? '',
      baseVersion: kept.baseVersion,
      at: kept.at ?? '',
    }
  } catch {
    return null
  }
}
