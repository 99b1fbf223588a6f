import { Button } from '@mantine/core'
import { type Asset, updateAssets } from '@sinew/contract/asset/asset-contract.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { OwnerAsk } from '../person/OwnerAsk.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { BulkChanges, ChoiceAsk } from '../ui/form/BulkChanges.tsx'
import { classificationWords } from './asset-words.ts'

type Change = Partial<Pick<Asset, 'classification' | 'ownerId' | 'inScope'>>

/** One change for all chosen assets: everything or nothing. */
export function AssetBulkBar({ assets, onDone }: { readonly assets: readonly Asset[]; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(updateAssets, { onDone })
  const asking = { refusals: useMay('asset:write'), isPending: write.isPending }
  const send = (change: Change) =>
    void write.send({ body: { assets: assets.map(({ id, version }) => ({ assetId: id, version })), change } })
  return (
    <BulkChanges problem={write.problem}>
      <OwnerAsk {...asking} onSend={(ownerId) => send({ ownerId })} />
      <ChoiceAsk<Asset['classification']>
        {...asking}
        name={t('Classification')}
        question={t('New classification')}
        send={t('Classify')}
        options={Object.entries(classificationWords).map(([value, label]) => ({
          value: value as Asset['classification'],
          label: t(label),
        }))}
        onSend={(classification) => send({ classification })}
      />
      <AskButton label={t('Scope')} refusals={asking.refusals}>
        <Button size="xs" variant="default" loading={write.isPending} onClick={() => send({ inScope: true })}>
          {t('Put in scope')}
        </Button>
        <Button size="xs" variant="default" loading={write.isPending} onClick={() => send({ inScope: false })}>
          {t('Take out of scope')}
        </Button>
      </AskButton>
    </BulkChanges>
  )
}
