import { useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { useListAddress } from '../view/use-list-address.ts'
import { EvidenceRegister } from './EvidenceRegister.tsx'
import { EvidenceTabs } from './EvidenceTabs.tsx'
import { ExpiringList } from './ExpiringList.tsx'
import { expiringQuery, inboxCountQuery, staleCountQuery } from './evidence-queries.ts'
import { type EvidenceSearch, type ExpiringSearch, isExpiring } from './evidence-search.ts'

const EvidenceRoomButton = later(
  async () => (await import('../evidence-room/EvidenceRoomButton.tsx')).EvidenceRoomButton,
)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('evidence:write')
  const [search, patch] = useListAddress<EvidenceSearch | ExpiringSearch>()
  const inbox = useSuspenseQuery(inboxCountQuery(api)).data.total
  const expiring = useSuspenseQuery(expiringQuery(api, {})).data.total
  const stale = useSuspenseQuery(staleCountQuery(api)).data.total
  return (
    <>
      <PageHeader
        noun="evidence"
        title={t('Evidence')}
        sentence={
          <StatusSentence tone={stale > 0 ? 'watch' : 'good'}>
            {stale > 0
              ? t('{{count}} proofs are too old, and {{inbox}} pieces wait for a review.', { count: stale, inbox })
              : t('No proof is too old. {{count}} pieces wait for a review.', { count: inbox })}
          </StatusSentence>
        }
        actions={
          <>
            <PageLink to={paths.collectors}>{t('Collectors')}</PageLink>
            <EvidenceRoomButton />
          </>
        }
        next={
          <ActionButton refusals={may} onClick={() => go(paths.newEvidence)}>
            {t('Add evidence')}
          </ActionButton>
        }
      />
      <EvidenceTabs
        show={search.show}
        inbox={inbox}
        expiring={expiring}
        // Each list has its own filters: none of one is taken to the other.
        onShow={(show) => patch({ ...Object.fromEntries(Object.keys(search).map((key) => [key, undefined])), show })}
      >
        {isExpiring(search) ? (
          <ExpiringList search={search} onState={patch} />
        ) : (
          <EvidenceRegister search={search} onState={patch} />
        )}
      </EvidenceTabs>
    </>
  )
}
