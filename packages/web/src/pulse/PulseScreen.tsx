import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { MovementStories } from '../movement/MovementStories.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { AttentionPanel } from './AttentionPanel.tsx'
import { GapPanel } from './GapPanel.tsx'
import { NextStepCard } from './NextStepCard.tsx'
import classes from './pulse.module.css'
import { pulseQuery } from './pulse-queries.ts'
import { ReviewsPanel } from './ReviewsPanel.tsx'
import { StatePanel } from './StatePanel.tsx'

const MyEstimateRequests = later(async () => (await import('../estimate/MyEstimateRequests.tsx')).MyEstimateRequests)

const YearPanel = later(async () => (await import('./YearPanel.tsx')).YearPanel)

/** The first screen: what is not proven, in money; what moved and why; what is due; what to do next. */
export function Screen() {
  const { t } = useTranslation()
  const { data: pulse } = useSuspenseQuery(pulseQuery(useOrganizationApi()))
  return (
    <>
      <PageHeader noun="pulse" title={t('Pulse')} sentence={<HowThingsStand pulse={pulse} />} />
      <div className={classes.grid}>
        <div className={classes.wide}>
          {pulse.portfolio && pulse.portfolio.countedRisks > 0 && (
            <GapPanel portfolio={pulse.portfolio} history={pulse.history} currency={pulse.currency} at={pulse.at} />
          )}
          {pulse.next && <NextStepCard next={pulse.next} />}
          {pulse.portfolio?.picture && (
            <div className={classes.year}>
              <YearPanel portfolio={pulse.portfolio} picture={pulse.portfolio.picture} currency={pulse.currency} />
            </div>
          )}
          <MovedPanel pulse={pulse} />
        </div>
        <div className={classes.side}>
          <MyEstimateRequests />
          <AttentionPanel attention={pulse.attention} currency={pulse.currency} />
          {pulse.portfolio && <StatePanel portfolio={pulse.portfolio} soa={pulse.soa} />}
          <ReviewsPanel reviews={pulse.reviews} methodology={pulse.methodology} />
        </div>
      </div>
    </>
  )
}

function HowThingsStand({ pulse }: { readonly pulse: Pulse }) {
  const { t } = useTranslation()
  const { tone, sentence } = standing(pulse, t)
  return <StatusSentence tone={tone}>{sentence}</StatusSentence>
}

function standing({ portfolio, currency }: Pulse, t: Translate): { readonly tone: Tone; readonly sentence: string } {
  if (portfolio === null || portfolio.countedRisks === 0) {
    return { tone: 'calm', sentence: t('Nothing is at risk here yet: the first risk starts the chain.') }
  }
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const { gapMinor, provenMinor, claimedMinor, appetite } = portfolio
  const values = { proven: money(provenMinor), claimed: money(claimedMinor), gap: money(gapMinor) }
  const beyond = appetite.within ? '' : ` ${t('That is beyond your appetite.')}`
  if (gapMinor < 1) {
    const sentence = t('A year costs {{proven}} as expected, and everything you claim is proven today.', values)
    return { tone: appetite.within ? 'good' : 'watch', sentence: sentence + beyond }
  }
  const sentence = t(
    'What is proven today leaves an expected loss of {{proven}} a year; you claim {{claimed}}. The {{gap}} between them rest on nothing up to date.',
    values,
  )
  return { tone: appetite.within ? 'watch' : 'bad', sentence: sentence + beyond }
}

function MovedPanel({ pulse }: { readonly pulse: Pulse }) {
  const { t } = useTranslation()
  const { items, total } = pulse.movements
  return (
    <Panel
      title={t('What moved, and why')}
      flush={items.length > 0}
      actions={
        total > items.length ? (
          <PageLink to={paths.movements} size="sm">
            {t('All movements')}
          </PageLink>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        t('Nothing has moved yet. Every change that moves a number will stand here, with its reason.')
      ) : (
        <MovementStories stories={items} currency={pulse.currency} />
      )}
    </Panel>
  )
}
