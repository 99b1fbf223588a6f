import { Button, Group, Select, Stack } from '@mantine/core'
import { type Asset, updateAssets } from '@sinew/contract/asset/asset-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { classificationWords } from './asset-words.ts'

type Change = Partial<Pick<Asset, 'classification' | 'ownerId' | 'inScope'>>

/** One change for all chosen assets: everything or nothing. */
export function AssetBulkBar({ assets, onDone }: { readonly assets: readonly Asset[]; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const may = useMay('asset:write')
  const write = useOrganizationWrite(updateAssets, { onDone })
  const [owner, setOwner] = useState<string | null>(null)
  const [classification, setClassification] = useState<Asset['classification'] | null>(null)
  const send = (change: Change) =>
    void write.send({ body: { assets: assets.map(({ id, version }) => ({ assetId: id, version })), change } })
  return (
    <Stack gap={8} style={{ flex: 1 }}>
      <Group gap={6}>
        <AskButton label={t('Owner')} refusals={may}>
          <PersonSelect
            label={t('New owner')}
            comboboxProps={{ withinPortal: false }}
            value={owner}
            onChange={setOwner}
          />
          <Button
            size="xs"
            disabled={owner === null}
            loading={write.isPending}
            onClick={() => send({ ownerId: owner })}
          >
            {t('Give to this person')}
          </Button>
        </AskButton>
        <AskButton label={t('Classification')} refusals={may}>
          <Select
            label={t('New classification')}
            comboboxProps={{ withinPortal: false }}
            data={Object.entries(classificationWords).map(([value, label]) => ({
              value: value as Asset['classification'],
              label: t(label),
            }))}
            value={classification}
            onChange={setClassification}
          />
          <Button
            size="xs"
            disabled={classification === null}
            loading={write.isPending}
            onClick={() => classification && send({ classification })}
          >
            {t('Classify')}
          </Button>
        </AskButton>
        <AskButton label={t('Scope')} refusals={may}>
          <Button size="xs" variant="default" loading={write.isPending} onClick={() => send({ inScope: true })}>
            {t('Put in scope')}
          </Button>
          <Button size="xs" variant="default" loading={write.isPending} onClick={() => send({ inScope: false })}>
            {t('Take out of scope')}
          </Button>
        </AskButton>
      </Group>
      <ProblemPanel problem={write.problem} />
    </Stack>
  )
}
