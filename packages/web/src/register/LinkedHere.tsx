import { listLinks } from '@sinew/contract/link/link-contract.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'

/** What was linked to an object from elsewhere: findings, incidents, requirements. Nothing where nothing was. */
export function LinkedHere({ entity, entityId }: { readonly entity: string; readonly entityId: string }) {
  const { t } = useTranslation()
  const links = useQuery(useOrganizationApi().query(listLinks, { params: { entity, entityId } })).data?.items ?? []
  if (links.length === 0) return null
  return (
    <Panel title={t('Linked')} standing={links.length}>
      <ObjectRows
        rows={links.map((link) => ({
          id: link.id,
          title: <RefText>{link.name}</RefText>,
          note: link.relation || t(ledgeredEntities[link.entity as 'risk'].label),
        }))}
      />
    </Panel>
  )
}
