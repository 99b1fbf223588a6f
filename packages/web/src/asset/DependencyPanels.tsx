import { Button, Group, SimpleGrid, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { assetDependencies } from '@sinew/contract/asset/asset-dependency-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { dependencyKinds } from '@sinew/core/asset/dependency-kinds.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { later } from '../ui/later.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AssetTree } from './AssetTree.tsx'
import { AssetWeb, type Graph } from './AssetWeb.tsx'
import { assetGraphQuery } from './asset-queries.ts'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)
// Its fields are known by their names alone in the editor of any register.
const contract = assetDependencies as unknown as RegisterContract

/** What an asset rests on, what rests on it, and the drawing of both. */
export function DependencyPanels({ assetId }: { readonly assetId: string }) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const graph = useQuery(assetGraphQuery(useOrganizationApi(), assetId)).data
  if (graph === undefined) return null
  const direct = graph.dependencies.filter((one) => one.assetId === assetId)
  const above = graph.dependencies.filter((one) => one.onAssetId === assetId)
  const deeper = graph.dependencies.some(({ assetId: id }) => direct.some(({ onAssetId }) => onAssetId === id))
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <RestsOn assetId={assetId} graph={graph} deeper={deeper} />
        <Panel title={t('What rests on it')} standing={above.length || undefined}>
          {above.length === 0 ? (
            <Text size="sm" c="var(--sn-ink-2)">
              {t('Nothing rests on it, as far as it is said. Say so at the asset that does.')}
            </Text>
          ) : (
            <AssetTree graph={graph} direction="above" from={[...new Set(above.map((one) => one.assetId))]} />
          )}
          {graph.circles.map(({ sentence }) => (
            <Text key={sentence} size="sm" mt="sm">
              <RefText>{sentence}</RefText>
            </Text>
          ))}
        </Panel>
      </SimpleGrid>
      {isNarrow !== true && graph.dependencies.length > 0 && (
        <Panel title={t('Around it')}>
          <AssetWeb graph={graph} here={assetId} />
        </Panel>
      )}
    </>
  )
}

type RestsOnProps = { readonly assetId: string; readonly graph: Graph; readonly deeper: boolean }

function RestsOn({ assetId, graph, deeper }: RestsOnProps) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const may = useMay('asset:write')
  const [editing, edit] = useState<AnyRecord | 'new' | null>(null)
  const lines = useQuery(api.query(assetDependencies.list, { query: { assetId, pageSize: 200 } })).data?.items ?? []
  const { register } = assetDependencies
  const numbers = new Map(graph.assets.map(({ id, number }) => [id, number]))
  return (
    <Panel
      title={t(register.title)}
      actions={
        <ActionButton
          size="xs"
          variant="default"
          refusals={may}
          leftSection={<IconPlus size={14} />}
          onClick={() => edit('new')}
        >
          {t(register.words.add)}
        </ActionButton>
      }
    >
      {lines.length === 0 && (
        <Text size="sm" c="var(--sn-ink-2)">
          {t(register.words.empty)}
        </Text>
      )}
      <ObjectRows
        rows={lines.map((line) => ({
          id: line.id,
          reference: assetRef(numbers.get(line.onAssetId) ?? 0),
          title: (
            <PageLink to={paths.asset} params={{ number: numbers.get(line.onAssetId) ?? 0 }}>
              {line.onAsset?.name}
            </PageLink>
          ),
          note: [
            t(dependencyKinds[line.kind]),
            line.anyOf !== '' && t('any one of “{{name}}”', { name: line.anyOf }),
            line.note,
          ]
            .filter(Boolean)
            .join(' · '),
          detail: may.length === 0 && (
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => edit(line as unknown as AnyRecord)}
              >
                {t('Edit')}
              </Button>
              <TakeAway id={line.id} version={line.version} />
            </Group>
          ),
        }))}
      />
      {deeper && (
        <>
          <Text size="sm" fw={550} mt="md" mb={4}>
            {t('With what that rests on')}
          </Text>
          <AssetTree graph={graph} from={[...new Set(lines.map(({ onAssetId }) => onAssetId))]} />
        </>
      )}
      {editing === 'new' && <RecordEditor contract={contract} given={{ assetId }} onClose={() => edit(null)} />}
      {editing !== null && editing !== 'new' && (
        <RecordEditor contract={contract} record={editing} onClose={() => edit(null)} />
      )}
    </Panel>
  )
}

function TakeAway({ id, version }: { readonly id: string; readonly version: number }) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(assetDependencies.remove)
  return (
    <>
      <ConfirmInline
        size="compact-xs"
        variant="subtle"
        color="gray"
        refusals={[]}
        question={t('Does it no longer rest on this?')}
        confirm={t('Take away')}
        isPending={write.isPending}
        onConfirm={() => void write.send({ params: { assetDependencyId: id }, version })}
      >
        {t('Take away')}
      </ConfirmInline>
      <ProblemPanel problem={write.problem} />
    </>
  )
}
