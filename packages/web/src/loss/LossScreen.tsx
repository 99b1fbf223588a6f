import { Button } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { IconGridDots, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AppetitePanel } from './AppetitePanel.tsx'
import { CurvePanel } from './CurvePanel.tsx'
import { LevelsPanel } from './LevelsPanel.tsx'
import { LossSentence } from './LossSentence.tsx'
import { findLevers } from './levers.ts'
import classes from './loss.module.css'
import { historyQuery, snapshotQuery } from './loss-queries.ts'
import { NextStep } from './NextStep.tsx'
import { TryPanel } from './TryPanel.tsx'
import { DeskProvider, useOpenDesk } from './use-loss-desk.ts'

const HistoryPanel = later(async () => (await import('./HistoryPanel.tsx')).HistoryPanel)
const BeforeAfterPanel = later(async () => (await import('../insurance/BeforeAfterPanel.tsx')).BeforeAfterPanel)
const SwingPanel = later(async () => (await import('./SwingPanel.tsx')).SwingPanel)
const TailPanel = later(async () => (await import('./TailPanel.tsx')).TailPanel)

/** The year in money: how likely it costs more than an amount, in each state, against the appetite; and what would move it. */
export function Screen() {
  const api = useOrganizationApi()
  const { data } = useSuspenseQuery(snapshotQuery(api))
  const counted = data.snapshot.risks.filter((risk) => risk.status !== 'closed')
  const priced = counted.filter((risk) => risk.frequency !== null && risk.lossMinor !== null)
  if (priced.length === 0) return <NothingToPrice hasRisks={counted.length > 0} />
  return <Year key={api.asOf ?? 'now'} data={data} unpriced={counted.length - priced.length} />
}

type YearProps = {
  readonly data: { readonly at: string; readonly snapshot: ChainSnapshot }
  /** Counted risks without an estimate. */
  readonly unpriced: number
}

function Year({ data, unpriced }: YearProps) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { data: history } = useSuspenseQuery(historyQuery(api))
  const { snapshot } = data
  const at = Date.parse(data.at)
  const desk = useOpenDesk(snapshot, at)
  const levers = useMemo(() => findLevers(snapshot, at), [snapshot, at])
  return (
    <DeskProvider value={desk}>
      <PageHeader
        noun="loss"
        title={t('Loss')}
        sentence={<LossSentence snapshot={snapshot} />}
        next={<NextStep snapshot={snapshot} levers={levers} />}
        actions={<ByLevel />}
      />
      <div className={classes.page}>
        <div className={classes.wide}>
          <div className={classes.curve}>
            <CurvePanel snapshot={snapshot} />
          </div>
          <LevelsPanel snapshot={snapshot} at={at} />
          <SwingPanel snapshot={snapshot} />
          <HistoryPanel items={history.items} currency={history.currency} at={at} />
        </div>
        <div className={classes.side}>
          <div className={classes.try}>
            <TryPanel snapshot={snapshot} levers={levers} from={at} />
          </div>
          <AppetitePanel snapshot={snapshot} />
          <BeforeAfterPanel point={history.items.at(-1)} currency={history.currency} />
          <TailPanel snapshot={snapshot} />
        </div>
      </div>
      {unpriced > 0 && (
        <p className={classes.note}>
          {t('{{count}} risks have no estimate and add nothing to the year.', { count: unpriced })}
        </p>
      )}
    </DeskProvider>
  )
}

/** The other way to look at the same risks. */
function ByLevel() {
  const { t } = useTranslation()
  return (
    <PageLink to={paths.heatMap} className={classes.other} underline="never">
      <IconGridDots size={16} aria-hidden="true" /> {t('By level')}
    </PageLink>
  )
}

function NothingToPrice({ hasRisks }: { readonly hasRisks: boolean }) {
  const { t } = useTranslation()
  const go = useGo()
  return (
    <>
      <PageHeader noun="loss" title={t('Loss')} />
      {hasRisks ? (
        <EmptyState
          noun="loss"
          title={t('No risk is estimated yet')}
          action={<Button onClick={() => void go(paths.risks)}>{t('Estimate the first one')}</Button>}
        >
          {t(
            'Two ranges are enough for a risk: how often it happens, and how much it costs. From them comes the whole year, not only its average.',
          )}
        </EmptyState>
      ) : (
        <EmptyState
          noun="loss"
          title={t('Nothing can be lost here yet')}
          action={
            <Button leftSection={<IconPlus size={16} />} onClick={() => void go(paths.newRisk)}>
              {t('Add risks')}
            </Button>
          }
        >
          {t(
            'With the first risks, this page shows how likely a year costs more than any amount, and how much of that rests on nothing up to date.',
          )}
        </EmptyState>
      )}
    </>
  )
}
