import { Stack, Table } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { getMovement } from '@sinew/contract/movement/movement-contract.ts'
import type { Effect, Quantity } from '@sinew/core/movement/movement.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectLink } from '../ui/explanation/ObjectLink.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { ChainPath } from './ChainPath.tsx'
import { EffectDelta } from './EffectDelta.tsx'
import classes from './movement.module.css'
import { movementQuery } from './movement-queries.ts'

const route = getRouteApi('/o/$slug/movements/$movementId')

type Shown = OutputOf<typeof getMovement>

/** One movement: its sentence, the way it took, and every number it moved. */
export function Screen() {
  const { t } = useTranslation()
  const { movementId } = route.useParams()
  const { data } = useSuspenseQuery(movementQuery(useOrganizationApi(), movementId))
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="all" to={paths.movements} inherit>
            {t('Movements')}
          </PageLink>,
        ]}
        noun="movement"
        title={data.headline}
        sentence={<Happened movement={data} />}
      />
      <Stack>
        <Panel title={t('The way it took')}>
          <p className={classes.sentence}>
            <RefText>{data.sentence}</RefText>
          </p>
          <ChainPath movement={data} currency={data.currency} />
        </Panel>
        <Panel title={t('Every number it moved')} flush>
          <EffectTable chain={data.chain} currency={data.currency} />
        </Panel>
      </Stack>
    </>
  )
}

function Happened({ movement: { cause, at } }: { readonly movement: Shown }) {
  const { t } = useTranslation()
  return (
    <>
      {cause.actorName === null ? t('It happened by itself') : t('By {{name}}', { name: cause.actorName })}
      {cause.operation !== 'time' && (
        <>
          {', '}
          <When at={cause.at} show="both" />
        </>
      )}
      {cause.since !== null && (
        <>
          {', '}
          {t('since')} <When at={cause.since} show="day" />
        </>
      )}
      {cause.reason && <>: “{cause.reason}”</>}. {t('Worked out')} <When at={at} show="both" />.
    </>
  )
}

const quantityNames: Readonly<Record<Quantity, string>> = {
  provenShare: 'Proven share',
  state: 'State',
  assurance: 'Assurance',
  claimedShare: 'Claimed share',
  inherentLoss: 'Inherent loss a year',
  claimedLoss: 'Claimed loss a year',
  provenLoss: 'Proven loss a year',
  targetLoss: 'Target loss a year',
  inherentLevel: 'Inherent level',
  claimedLevel: 'Claimed level',
  provenLevel: 'Proven level',
  targetLevel: 'Target level',
  assuranceGap: 'Assurance gap a year',
  inherentTail: 'Inherent loss of 1 year in 10',
  claimedTail: 'Claimed loss of 1 year in 10',
  provenTail: 'Proven loss of 1 year in 10',
  targetTail: 'Target loss of 1 year in 10',
  claimedCovered: 'Insurance takes off the claimed loss a year',
  provenCovered: 'Insurance takes off the proven loss a year',
  targetCovered: 'Insurance takes off the target loss a year',
  claimedCoveredTail: 'Insurance takes off the claimed loss of 1 year in 10',
  provenCoveredTail: 'Insurance takes off the proven loss of 1 year in 10',
  targetCoveredTail: 'Insurance takes off the target loss of 1 year in 10',
  appetiteRatio: 'Share of the appetite taken up',
  appetite: 'Appetite',
  standing: 'Acceptance',
  proof: 'Proof',
}

function EffectTable({ chain, currency }: { readonly chain: readonly Effect[]; readonly currency: string }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={480} px="md" pb="sm">
      <Table verticalSpacing={6} aria-label={t('Every number it moved')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Object')}</Table.Th>
            <Table.Th>{t('Number')}</Table.Th>
            <Table.Th>{t('Before and after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chain.map((effect) => (
            <Table.Tr key={`${effect.entity} ${effect.id} ${effect.quantity}`}>
              <Table.Td>
                <ObjectLink source={effect}>
                  {effect.entity === 'portfolio' ? t('All risks') : `${effect.ref} ${effect.label}`}
                </ObjectLink>
              </Table.Td>
              <Table.Td>{t(quantityNames[effect.quantity])}</Table.Td>
              <Table.Td>
                <EffectDelta effect={effect} currency={currency} />
                {effect.detail && <div className={classes.meta}>{effect.detail}</div>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
