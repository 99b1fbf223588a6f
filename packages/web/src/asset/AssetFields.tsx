import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import { useTranslation } from 'react-i18next'
import { PersonSelect } from '../person/PersonSelect.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { classificationWords, kindWords } from './asset-words.ts'

export type AssetValues = Pick<Asset, 'title' | 'kind' | 'classification' | 'description' | 'ownerId' | 'inScope'>

export const emptyAsset: AssetValues = {
  title: '',
  kind: 'information',
  classification: 'internal',
  description: '',
  ownerId: null,
  inScope: true,
}

export function assetValues({ title, kind, classification, description, ownerId, inScope }: Asset): AssetValues {
  return { title, kind, classification, description, ownerId, inScope }
}

type Props = { readonly form: RecordForm<AssetValues>; readonly ownerName?: string | null }

export function AssetFields({ form, ownerName }: Props) {
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
        currentName={ownerName}
        value={form.getValues().ownerId}
        onChange={(ownerId) => form.setFieldValue('ownerId', ownerId)}
        error={form.errors.ownerId}
      />
      <Textarea label={t('Description')} autosize minRows={3} maxLength={5000} {...form.getInputProps('description')} />
      <Switch label={t('In scope of the ISMS')} {...form.getInputProps('inScope', { type: 'checkbox' })} />
    </>
  )
}
