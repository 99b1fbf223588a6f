import { SimpleGrid, Stack } from '@mantine/core'
import { type Asset, deleteAsset } from '@sinew/contract/asset/asset-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { assetRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { assetQuery, risksOfAssetQuery } from './asset-queries.ts'
import { classificationWords, kindWords } from './asset-words.ts'
import { NeedsPanel } from './NeedsPanel.tsx'

const EditAsset = later(async () => (await import('./EditAsset.tsx')).EditAsset)
const DependencyPanels = later(async () => (await import('./DependencyPanels.tsx')).DependencyPanels)
const LinkedHere = later(async () => (await import('../register/LinkedHere.tsx')).LinkedHere)
const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)

const route = getRouteApi('/o/$slug/assets/$number')

export function Screen() {
  const { assetId } = route.useLoaderData()
  return <AssetPage key={assetId} assetId={assetId} />
}

function AssetPage({ assetId }: { readonly assetId: string }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const asset = useSuspenseQuery(assetQuery(api, assetId)).data
  const may = useMay('asset:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="assets" to={paths.assets}>
            {t('Assets')}
          </PageLink>,
        ]}
        noun="asset"
        reference={assetRef(asset.number)}
        title={asset.title}
        chips={
          <>
            <Chip>{t(kindWords[asset.kind])}</Chip>
            <Chip look="strong">{t(classificationWords[asset.classification])}</Chip>
            {!asset.inScope && <Chip look="quiet">{t('out of scope')}</Chip>}
          </>
        }
        sentence={<Sentence asset={asset} />}
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
        actions={<Removal asset={asset} />}
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Panel title={t('What it is')}>
            <Facts
              facts={{
                [t('Owner')]: asset.ownerName ?? t('Nobody yet'),
                [t('Kind')]: t(kindWords[asset.kind]),
                [t('Classification')]: t(classificationWords[asset.classification]),
                [t('Custodian')]: asset.custodianName,
                [t('Location')]: asset.site && (
                  <PageLink to={paths.registered} params={{ register: 'sites', number: asset.site.number }}>
                    {asset.site.name}
                  </PageLink>
                ),
                [t('Scope')]: asset.inScope ? t('In scope of the ISMS') : t('Out of scope'),
                [t('Back within (RTO)')]: asset.rtoHours !== null && t('{{hours}} hours', { hours: asset.rtoHours }),
                [t('Data lost at most (RPO)')]:
                  asset.rpoHours !== null && t('{{hours}} hours', { hours: asset.rpoHours }),
                [t('Description')]: asset.description,
                [t('Changed')]: <When at={asset.updatedAt} show="both" />,
              }}
            />
          </Panel>
          <Stack gap="lg">
            <NeedsPanel asset={asset} />
            {api.mayAsk(listRisks) && <RisksPanel assetId={assetId} />}
          </Stack>
        </SimpleGrid>
        <DependencyPanels assetId={assetId} />
        <LinkedHere entity="asset" entityId={assetId} />
        <CitedHere entity="asset" entityId={assetId} besides={['asset_dependency']} />
        <CommentsAndHistory entity="asset" entityId={assetId} />
      </PageSections>
      {isEditing && <EditAsset asset={asset} onClose={() => edit(false)} />}
    </>
  )
}

/** What has to be looked at first: a high need without a risk, then a single point of failure. */
function Sentence({ asset: { riskCount, singlePoint, unassessed } }: { readonly asset: Asset }) {
  const { t } = useTranslation()
  const alarm = [unassessed, singlePoint].filter((one) => one !== null)
  if (alarm.length > 0)
    return (
      <StatusSentence tone="watch">
        <RefText>{alarm.join(' ')}</RefText>
      </StatusSentence>
    )
  if (riskCount > 0) return t('{{count}} risks are about this asset.', { count: riskCount })
  return t('No risk is about this asset yet. Name it as an asset of a risk, and the risk appears here.')
}

function Removal({ asset }: { readonly asset: Asset }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('asset:write')
  const write = useOrganizationWrite(deleteAsset, { onDone: () => go(paths.assets) })
  const inUse =
    asset.riskCount > 0 ? refuse('still_used', t('Risks are about this asset. Take it out of them first.')) : []
  return (
    <>
      <ConfirmInline
        variant="subtle"
        color="gray"
        refusals={[...may, ...inUse]}
        question={t('Remove this asset? The ledger keeps it.')}
        confirm={t('Remove')}
        isPending={write.isPending}
        onConfirm={() => void write.send({ params: { assetId: asset.id }, version: asset.version })}
      >
        {t('Remove')}
      </ConfirmInline>
      <ProblemPanel problem={write.problem} />
    </>
  )
}

function RisksPanel({ assetId }: { readonly assetId: string }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { items, total } = useSuspenseQuery(risksOfAssetQuery(useOrganizationApi(), assetId)).data
  return (
    <Panel
      title={t('Risks')}
      standing={total || undefined}
      hint={total > 0 ? t('Expected loss a year, as far as it is proven.') : undefined}
    >
      {items.length === 0 && (
        <EmptyState noun="risk" title={t('No risk names this asset')}>
          {t('What could happen to it, and what would that cost?')}
        </EmptyState>
      )}
      <ObjectRows
        rows={items.map((risk) => ({
          id: risk.id,
          reference: riskRef(risk.number),
          title: (
            <PageLink to={paths.risk} params={{ number: risk.number }}>
              {risk.title}
            </PageLink>
          ),
          detail: <Money minor={risk.state?.provenMinor ?? null} currency={currency} />,
        }))}
      />
      {total > items.length && (
        <PageLink to={paths.risks} search={{ assetId }}>
          {t('All {{count}} risks', { count: total })}
        </PageLink>
      )}
    </Panel>
  )
}
