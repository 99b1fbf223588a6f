import { promises } from '@sinew/contract/document/document-contract.ts'
import { promiseBearing, promiseStandings } from '@sinew/core/document/promise-register.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Standing } from '../ui/Standing.tsx'
import type { TextMark } from './RichText.tsx'

/** The promises of a document, each to be marked where it stands in the text, with whether it is kept. */
export function usePromiseMarks(documentId: string): readonly TextMark[] {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { data } = useQuery(api.query(promises.list, { query: { documentId, pageSize: 200 } }))
  return (data?.items ?? []).map(({ title, standing, because }) => ({
    sentence: title,
    after: (
      <Standing bearing={promiseBearing[standing]} title={because}>
        {t(promiseStandings[standing])}
      </Standing>
    ),
  }))
}
