import { Button, Select } from '@mantine/core'
import { type Asset, updateAssets } from '@sinew/contract/asset/asset-contract.ts'
import {
  type NeedLevel,
  type NeedProperty,
  needLevels,
  needLevelWords,
  needProperties,
} from '@sinew/core/asset/need-levels.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { OwnerAsk } from '../person/OwnerAsk.tsx'
import { ReferenceSelect } from '../register/ReferenceSelect.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { type AskProps, BulkChanges, ChoiceAsk } from '../ui/form/BulkChanges.tsx'
import { classificationWords, propertyWords } from './asset-words.ts'

type Change = Partial<Pick<Asset, 'classification' | 'ownerId' | 'inScope' | 'siteId' | NeedProperty>>

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
      <NeedAsk {...asking} onSend={send} />
      <LocationAsk {...asking} onSend={(siteId) => send({ siteId })} />
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

/** How badly all of them need one property. */
function NeedAsk({ refusals, isPending, onSend }: AskProps & { readonly onSend: (change: Change) => void }) {
  const { t } = useTranslation()
  const [property, choose] = useState<NeedProperty>('confidentiality')
  const [level, say] = useState<NeedLevel | null>(null)
  return (
    <AskButton label={t('Needs')} refusals={refusals}>
      <Select
        label={t('Of what?')}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={needProperties.map((value) => ({ value, label: t(propertyWords[value]) }))}
        value={property}
        onChange={(value) => value !== null && choose(value)}
      />
      <Select
        label={t('How much?')}
        comboboxProps={{ withinPortal: false }}
        data={needLevels.map((value) => ({ value, label: t(needLevelWords[value]) }))}
        value={level}
        onChange={say}
      />
      <Button
        size="xs"
        disabled={level === null}
        loading={isPending}
        onClick={() => level !== null && onSend({ [property]: level })}
      >
        {t('Say so of all')}
      </Button>
    </AskButton>
  )
}

function LocationAsk({ refusals, isPending, onSend }: AskProps & { readonly onSend: (siteId: string) => void }) {
  const { t } = useTranslation()
  const [site, choose] = useState<string | null>(null)
  return (
    <AskButton label={t('Location')} refusals={refusals}>
      <ReferenceSelect
        to="site"
        label={t('New location')}
        comboboxProps={{ withinPortal: false }}
        value={site}
        onChange={choose}
        current={null}
      />
      <Button size="xs" disabled={site === null} loading={isPending} onClick={() => site !== null && onSend(site)}>
        {t('Put them there')}
      </Button>
    </AskButton>
  )
}
