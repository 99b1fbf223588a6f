import { type Asset, getAsset, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
import { needLevelWords } from '@sinew/core/asset/need-levels.ts'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { AssetFields, assetValues } from './AssetFields.tsx'
import { classificationWords, kindWords, propertyWords } from './asset-words.ts'

export function EditAsset({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const why = (property: keyof typeof propertyWords) => t('Why: {{property}}', { property: t(propertyWords[property]) })
  const labels = {
    title: t('Name'),
    kind: t('Kind'),
    classification: t('Classification'),
    description: t('Description'),
    ownerId: t('Owner'),
    inScope: t('In scope of the ISMS'),
    custodianId: t('Custodian'),
    siteId: t('Location'),
    confidentiality: t('Confidentiality'),
    confidentialityReason: why('confidentiality'),
    integrity: t('Integrity'),
    integrityReason: why('integrity'),
    availability: t('Availability'),
    availabilityReason: why('availability'),
    rtoHours: t('Back within (RTO)'),
    rpoHours: t('Data lost at most (RPO)'),
  }
  return (
    <RecordDrawer
      title={t('Edit the asset')}
      route={updateAsset}
      params={{ assetId: asset.id }}
      values={assetValues(asset)}
      existing={{
        version: asset.version,
        fresh: async () => {
          const theirs = await apiClient.call(getAsset, { params: { organizationId, assetId: asset.id } })
          return { version: theirs.version, values: assetValues(theirs) }
        },
        labels,
        shown: (field, value) => {
          if (field === 'ownerId' || field === 'custodianId') return <PersonName id={value as string | null} />
          if (field === 'kind') return t(kindWords[value as Asset['kind']])
          if (field === 'classification') return t(classificationWords[value as Asset['classification']])
          if (field in propertyWords) return t(needLevelWords[value as keyof typeof needLevelWords] ?? 'Not said')
          return undefined
        },
      }}
      onClose={onClose}
    >
      {(form) => <AssetFields form={form} asset={asset} />}
    </RecordDrawer>
  )
}
