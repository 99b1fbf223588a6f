import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { verifyQuery } from './soa-queries.ts'

/** Whether the stored content still has the hash that was kept: computed anew each time the page is opened. */
export function VersionSeal({ soaVersionId }: { readonly soaVersionId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...verifyQuery(useOrganizationApi(), soaVersionId), staleTime: 0 })
  if (data === undefined) return <StatusSentence tone="calm">{t('Computing the hash again…')}</StatusSentence>
  const holds = data.matches && data.previousMatches !== false
  return <StatusSentence tone={holds ? 'good' : 'bad'}>{data.sentence}</StatusSentence>
}
