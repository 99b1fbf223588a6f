import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { ReferenceSelect } from '../register/ReferenceSelect.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { classificationWords, kindWords } from './asset-words.ts'
import { NeedFields } from './NeedFields.tsx'

export type AssetValues = Pick<
  Asset,
  | 'title'
  | 'kind'
  | 'classification'
  | 'description'
  | 'ownerId'
  | 'inScope'
  | 'custodianId'
  | 'siteId'
  | 'confidentiality'
  | 'confidentialityReason'
  | 'integrity'
  | 'integrityReason'
  | 'availability'
  | 'availabilityReason'
  | 'rtoHours'
  | 'rpoHours'
>

export const emptyAsset: AssetValues = {
  title: '',
  kind: 'information',
  classification: 'internal',
  description: '',
  ownerId: null,
  inScope: true,
  custodianId: null,
  siteId: null,
  confidentiality: null,
  confidentialityReason: '',
  integrity: null,
  integrityReason: '',
  availability: null,
  availabilityReason: '',
  rtoHours: null,
  rpoHours: null,
}

export function assetValues(asset: Asset): AssetValues {
  // Every key of a new asset is one of an asset.
  const keys = Object.keys(emptyAsset) as (keyof AssetValues)[]
  return Object.fromEntries(keys.map((key) => [key, asset[key]])) as AssetValues
}

type Props = { readonly form: RecordForm<AssetValues>; readonly asset?: Asset }

export function AssetFields({ form, asset }: Props) {
  const { t } = useTranslation()
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <>
      <TextInput
        label={t('Name')}
        placeholder={t('Customer database')}
        data-autofocus
        withAsterisk
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <Select label={t('Kind')} data={options(kindWords)} allowDeselect={false} {...form.getInputProps('kind')} />
      <Select
        label={t('Classification')}
        description={t('How bad it would be if the wrong people saw it.')}
        data={options(classificationWords)}
        allowDeselect={false}
        {...form.getInputProps('classification')}
      />
      <PersonSelect
        label={t('Owner')}
        currentName={asset?.ownerName}
        value={form.getValues().ownerId}
        onChange={(ownerId) => form.setFieldValue('ownerId', ownerId)}
        error={form.errors.ownerId}
      />
      <PersonSelect
        label={t('Custodian')}
        description={t('Who looks after it day by day, where that is not the owner.')}
        currentName={asset?.custodianName}
        value={form.getValues().custodianId}
        onChange={(custodianId) => form.setFieldValue('custodianId', custodianId)}
        error={form.errors.custodianId}
      />
      <ReferenceSelect
        to="site"
        label={t('Location')}
        value={form.getValues().siteId}
        current={currentSite(asset)}
        onChange={(siteId) => form.setFieldValue('siteId', siteId)}
        error={form.errors.siteId}
      />
      <Textarea label={t('Description')} autosize minRows={3} maxLength={5000} {...form.getInputProps('description')} />
      <Switch label={t('In scope of the ISMS')} {...form.getInputProps('inScope', { type: 'checkbox' })} />
      <NeedFields form={form} />
    </>
  )
}

function currentSite(asset: Asset | undefined) {
  if (!asset?.site || asset.siteId === null) return null
  return { id: asset.siteId, ref: `SI-${asset.site.number}`, name: asset.site.name }
}
