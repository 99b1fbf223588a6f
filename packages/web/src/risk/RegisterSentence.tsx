import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'

/** How the register stands, in one line. */
export function RegisterSentence() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const open = ['draft', 'assessed', 'treated', 'accepted'] as const
  const count = (query: {
    readonly aboveAppetite?: boolean
    readonly reviewOverdue?: boolean
    readonly status?: 'draft'
  }) => api.query(listRisks, { query: { status: [...open], pageSize: 1, ...query } })
  const all = useQuery(count({})).data?.total
  const above = useQuery(count({ aboveAppetite: true })).data?.total
  const overdue = useQuery(count({ reviewOverdue: true })).data?.total
  const drafts = useQuery(count({ status: 'draft' })).data?.total
  if (all === undefined || above === undefined || overdue === undefined || drafts === undefined) return '\u00a0'
  const parts = [
    above > 0 ? t('{{count}} above appetite', { count: above }) : t('none above appetite'),
    ...(drafts > 0 ? [t('{{count}} still drafts', { count: drafts })] : []),
    ...(overdue > 0 ? [t('{{count}} reviews overdue', { count: overdue })] : []),
  ]
  const tone = above > 0 ? 'bad' : drafts + overdue > 0 ? 'watch' : 'calm'
  return (
    <StatusSentence tone={all === 0 ? 'calm' : tone}>
      {all === 0
        ? t('Nothing is registered yet.')
        : `${t('{{count}} open risks', { count: all })}: ${parts.join(', ')}.`}
    </StatusSentence>
  )
}
