import { Checkbox, Group } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { DerivedRisk } from '@sinew/core/risk/derive-risk.ts'
import { levelOf } from '@sinew/core/risk/risk-level.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths, pathTo } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { type HeatLayer, HeatMap, type HeatPoint } from '../ui/chart/HeatMap.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { heatPlace } from './heat-place.ts'
import { snapshotQuery } from './risk-queries.ts'

/** All open risks on the scales of the methodology: claimed as rings, proven as dots, the gap between them as lines. */
export function Screen() {
  const { t } = useTranslation()
  const { snapshot } = useSuspenseQuery(snapshotQuery(useOrganizationApi())).data
  const { slug } = useOrganization()
  const go = useGo()
  const risks = deriveStanding(snapshot, useNow()).risks.filter((risk) => risk.counted)
  const drawn = risks.filter((risk) => risk.states !== null)
  const [layers, setLayers] = useState<readonly HeatLayer[]>([])
  const toggle = (layer: HeatLayer) =>
    setLayers(layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer])
  const apart = drawn.filter(isApart).length
  const { likelihoodBands, consequenceBands, levelThresholds } = snapshot.methodology
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="risks" to={paths.risks}>
            {t('Risks')}
          </PageLink>,
        ]}
        noun="risk"
        title={t('Heat map')}
        actions={<PageLink to={paths.loss}>{t('By money')}</PageLink>}
        sentence={
          <StatusSentence tone={apart > 0 ? 'watch' : 'calm'}>
            {apart > 0
              ? t('{{count}} of {{all}} risks lie higher by proof than by claim.', { count: apart, all: drawn.length })
              : t('Every risk lies where it is claimed to lie.')}
          </StatusSentence>
        }
      />
      <Panel
        title={t('Likelihood and consequence')}
        hint={t('A ring is what is claimed, a dot what is proven. Choose a cell to list its risks.')}
        actions={
          <Group gap="md">
            <Checkbox label={t('inherent')} checked={layers.includes('inherent')} onChange={() => toggle('inherent')} />
            <Checkbox label={t('target')} checked={layers.includes('target')} onChange={() => toggle('target')} />
          </Group>
        }
      >
        {drawn.length === 0 ? (
          <EmptyState noun="risk" title={t('Nothing to draw yet')}>
            {t('A risk appears here as soon as it is estimated. Two ranges are enough: how often and how much.')}
          </EmptyState>
        ) : (
          <HeatMap
            label={t('Risks by likelihood and consequence')}
            likelihoods={likelihoodBands.map((band) => band.name)}
            consequences={consequenceBands.map((band) => band.name)}
            levelOf={(row, column) => levelOf((row + 1) * (column + 1), levelThresholds)}
            points={drawn.map((risk) => toPoint(risk, snapshot))}
            layers={layers}
            onOpen={(id) => {
              const risk = drawn.find((one) => one.id === id)
              if (risk) go(paths.risk, { number: risk.number })
            }}
            cellHref={(likelihood, consequence) =>
              `${pathTo(paths.risks, { slug })}?likelihoodBand=${likelihood}&consequenceBand=${consequence}`
            }
            onCell={(likelihoodBand, consequenceBand) => go(paths.risks, {}, { likelihoodBand, consequenceBand })}
          />
        )}
        {risks.length > drawn.length && (
          <p>{t('{{count}} risks are not estimated yet and not drawn.', { count: risks.length - drawn.length })}</p>
        )}
      </Panel>
    </>
  )
}

function isApart({ states }: DerivedRisk): boolean {
  if (states === null) return false
  const { claimed, proven } = states
  return proven.likelihoodBand > claimed.likelihoodBand || proven.consequenceBand > claimed.consequenceBand
}

function toPoint({ id, number, title, states }: DerivedRisk, { methodology }: ChainSnapshot): HeatPoint {
  const place = (state: 'inherent' | 'claimed' | 'proven' | 'target') =>
    states === null ? null : heatPlace(states[state], methodology)
  return {
    id,
    short: String(number),
    name: `${riskRef(number)} ${title}`,
    claimed: place('claimed'),
    proven: place('proven'),
    inherent: place('inherent'),
    target: place('target'),
  }
}
