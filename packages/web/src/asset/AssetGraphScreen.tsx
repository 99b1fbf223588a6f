import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { AssetTree } from './AssetTree.tsx'
import { AssetWeb, type Graph } from './AssetWeb.tsx'
import { assetGraphQuery } from './asset-queries.ts'
import classes from './asset-web.module.css'

/** What rests on what, of the whole register. */
export function Screen() {
  const { t } = useTranslation()
  const graph = useSuspenseQuery(assetGraphQuery(useOrganizationApi())).data
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="assets" to={paths.assets}>
            {t('Assets')}
          </PageLink>,
        ]}
        noun="asset"
        title={t('What rests on what')}
        sentence={<Sentence graph={graph} />}
      />
      {graph.dependencies.length === 0 ? (
        <EmptyState noun="asset" title={t('Nothing rests on anything yet')}>
          {t('Say at each asset what it rests on. Needs are then handed down, and single points of failure show here.')}
        </EmptyState>
      ) : (
        <Stack gap="lg">
          <Web graph={graph} />
          <Found graph={graph} />
        </Stack>
      )}
    </>
  )
}

const singlesOf = ({ assets }: Graph) =>
  assets.flatMap(({ singlePoint }) => (singlePoint === null ? [] : [singlePoint]))

function Sentence({ graph }: { readonly graph: Graph }) {
  const { t } = useTranslation()
  const count = singlesOf(graph).length
  if (count === 0) return t('A need is handed down to whatever an asset rests on.')
  return <StatusSentence tone="watch">{t('{{count}} assets are single points of failure.', { count })}</StatusSentence>
}

function Web({ graph }: { readonly graph: Graph }) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [chosen, choose] = useState<string | null>(null)
  const look = chosen ?? (isNarrow ? 'list' : 'drawing')
  return (
    <Panel
      title={t('Assets and what they rest on')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('Show as')}
          value={look}
          onChange={choose}
          data={[
            { value: 'drawing', label: t('Drawing') },
            { value: 'list', label: t('List') },
          ]}
        />
      }
    >
      {look === 'list' ? <AssetTree graph={graph} /> : <AssetWeb graph={graph} />}
    </Panel>
  )
}

/** What the web says that wants a decision. */
function Found({ graph }: { readonly graph: Graph }) {
  const { t } = useTranslation()
  const sentences = [...singlesOf(graph), ...graph.circles.map(({ sentence }) => sentence)]
  if (sentences.length === 0) return null
  return (
    <Panel title={t('What stands out')}>
      <ul className={classes.found}>
        {sentences.map((sentence) => (
          <Text key={sentence} component="li" size="sm">
            <RefText>{sentence}</RefText>
          </Text>
        ))}
      </ul>
    </Panel>
  )
}
