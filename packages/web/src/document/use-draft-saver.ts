import { type DocumentVersion, updateDocumentDraft } from '@sinew/contract/document/document-version-contract.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { createDraftSaver, type DraftWords, type SaveAnswer } from './draft-saver.ts'
import { keepLocalDraft } from './local-draft.ts'

/** A saver of this draft that lives as long as its page, and saves once more when the page goes out of sight. */
export function useDraftSaver(start: DocumentVersion) {
  const { organizationId } = useOrganizationApi()
  const [saver] = useState(() =>
    createDraftSaver({
      start: { content: start.content, changeNote: start.changeNote },
      version: start.version,
      send: (words, version) => send({ organizationId, documentVersionId: start.id }, words, version),
      keepLocal: (draft) => keepLocalDraft(start.id, draft),
      now: () => new Date(),
    }),
  )
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && void saver.save()
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      saver.stop()
      void saver.save()
    }
  }, [saver])
  return { saver, state: useSyncExternalStore(saver.subscribe, saver.get) }
}

type Place = { readonly organizationId: string; readonly documentVersionId: string }

async function send(params: Place, words: DraftWords, version: number): Promise<SaveAnswer> {
  try {
    const { content, changeNote } = words
    const saved = await apiClient.call(updateDocumentDraft, { params, ifMatch: version, body: { content, changeNote } })
    return { kind: 'saved', version: saved.version }
  } catch (error) {
    const problem = problemOf(error as Error)
    if (problem.status === 412) return { kind: 'conflict' }
    if (problem.status === 0 || problem.status >= 500) return { kind: 'unreachable' }
    return { kind: 'refused', message: problem.detail ?? problem.title }
  }
}
