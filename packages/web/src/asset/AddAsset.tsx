import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AssetFields, emptyAsset } from './AssetFields.tsx'

export function AddAsset({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  return (
    <RecordDrawer
      title={t('Add an asset')}
      route={createAsset}
      values={emptyAsset}
      onClose={onClose}
      onDone={({ number }) => go(paths.asset, { number })}
    >
      {(form) => <AssetFields form={form} />}
    </RecordDrawer>
  )
}
