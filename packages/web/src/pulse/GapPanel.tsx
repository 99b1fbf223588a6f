import type { PortfolioPoint } from '@sinew/contract/chain/chain-contract.ts'
import type { PulsePortfolio } from '@sinew/contract/pulse/pulse-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { Quantity } from '@sinew/core/movement/movement.ts'
import { tightestPoint } from '@sinew/core/portfolio/appetite.ts'
import { oneYearIn } from '@sinew/core/portfolio/appetite-words.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { WhyNumber } from '../chain/WhyNumber.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { BandChart } from '../ui/chart/BandChart.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import classes from './pulse.module.css'

type Props = {
  readonly portfolio: PulsePortfolio
  readonly history: readonly PortfolioPoint[]
  readonly currency: string
  readonly at: string
}

/** The first number of the app: the assurance gap, with what it lies between, and how it came about. */
export function GapPanel({ portfolio, history, currency, at }: Props) {
  const { t } = useTranslation()
  const { inherentMinor, provenMinor, gapMinor } = portfolio
  return (
    <Panel>
      <div className={classes.hero}>
        <div>
          <p className={classes.heroLabel}>{t('Assurance gap')}</p>
          <p className={classes.heroNumber}>
            <WhyNumber entity="portfolio" quantity="assuranceGap">
              <Money minor={gapMinor} currency={currency} perYear />
            </WhyNumber>
          </p>
          <p className={classes.heroHint}>
            {t('The part of the reduction you claim that nothing up to date proves.')}{' '}
            <PageLink to={paths.lookAhead} inherit underline="always">
              {t('Look ahead')}
            </PageLink>
          </p>
        </div>
        <Averages portfolio={portfolio} currency={currency} />
        <BadYears portfolio={portfolio} currency={currency} />
      </div>
      <div className={classes.reduction}>
        <ProvenBar
          label={t('Reduction of the yearly loss by controls')}
          parts={{ proven: Math.max(0, inherentMinor - provenMinor), claimed: Math.max(0, gapMinor) }}
          format={(value) => formatMoneyShort(value, currency)}
          size="lg"
        />
        <p className={classes.reductionWords}>
          <span>
            {t('Proven reduction')} <Money minor={inherentMinor - provenMinor} currency={currency} />
          </span>
          <span>
            {t('only claimed')} <Money minor={gapMinor} currency={currency} />
          </span>
        </p>
      </div>
      {history.length > 1 && <GapHistory history={history} currency={currency} at={Date.parse(at)} />}
    </Panel>
  )
}

const figures: readonly { readonly name: string; readonly quantity: Quantity; readonly of: keyof PulsePortfolio }[] = [
  { name: 'Without controls', quantity: 'inherentLoss', of: 'inherentMinor' },
  { name: 'Claimed', quantity: 'claimedLoss', of: 'claimedMinor' },
  { name: 'Proven', quantity: 'provenLoss', of: 'provenMinor' },
  { name: 'Target', quantity: 'targetLoss', of: 'targetMinor' },
]

type FiguresProps = Pick<Props, 'portfolio' | 'currency'>

/** What a year costs on average, in each state. */
function Averages({ portfolio, currency }: FiguresProps) {
  const { t } = useTranslation()
  const { appetite } = portfolio
  return (
    <dl className={classes.figures}>
      {figures.map(({ name, quantity, of }) => (
        <div key={quantity} className={classes.figure} data-state={of}>
          <dt>{t(name)}</dt>
          <dd>
            <WhyNumber entity="portfolio" quantity={quantity}>
              <Money minor={Number(portfolio[of])} currency={currency} />
            </WhyNumber>
          </dd>
        </div>
      ))}
      <div className={classes.figure} data-verdict={appetite.yearlyLossWithin ? 'within' : 'beyond'}>
        <dt>{t('Appetite')}</dt>
        <dd>
          <WhyNumber entity="portfolio" quantity="appetite">
            <Money minor={appetite.yearlyLossMinor} currency={currency} />
          </WhyNumber>
        </dd>
      </div>
    </dl>
  )
}

/** What a bad year costs, and how often one is worse than the appetite allows. */
function BadYears({ portfolio, currency }: FiguresProps) {
  const { t } = useTranslation()
  const { appetite, tail, borne } = portfolio
  const tightest = tightestPoint(appetite)
  return (
    <dl className={classes.badYears}>
      <div className={classes.figure} data-state="provenMinor">
        <dt>
          <PageLink to={paths.loss} inherit>
            {t('1 year in 10 costs more than')}
          </PageLink>
        </dt>
        <dd>
          <WhyNumber entity="portfolio" quantity="provenTail">
            <Money minor={tail.proven.exceededMinor[10]} currency={currency} />
          </WhyNumber>{' '}
          <small className={classes.figureNote}>
            {t('claimed {{amount}}', { amount: formatMoneyShort(tail.claimed.exceededMinor[10], currency) })}
          </small>
          {borne && (
            <WhyNumber entity="portfolio" quantity="provenCoveredTail">
              <small className={classes.figureNote}>
                {t('after insurance {{amount}}', {
                  amount: formatMoneyShort(borne.tail.proven.exceededMinor[10], currency),
                })}
              </small>
            </WhyNumber>
          )}
        </dd>
      </div>
      {tightest && (
        <div className={classes.figure} data-verdict={tightest.within ? 'within' : 'beyond'}>
          <dt>{t('A year above {{amount}}', { amount: formatMoneyShort(tightest.amountMinor, currency) })}</dt>
          <dd>
            <WhyNumber entity="portfolio" quantity="appetiteRatio">
              {oneYearIn(tightest.proven)}
            </WhyNumber>
            {borne && (
              <small className={classes.figureNote}>
                {' '}
                {appetite.afterInsurance
                  ? t('after insurance; before it {{often}}', { often: oneYearIn(pointIn(borne.before, tightest)) })
                  : t('after insurance {{often}}', { often: oneYearIn(pointIn(borne.after, tightest)) })}
              </small>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

type Verdict = Pick<NonNullable<PulsePortfolio['borne']>['after'], 'points'>

/** The proven probability of the same amount in another verdict. */
function pointIn({ points }: Verdict, { amountMinor }: { readonly amountMinor: number }): number {
  return points.find((point) => point.amountMinor === amountMinor)?.proven ?? 0
}

function GapHistory({ history, currency, at }: Pick<Props, 'history' | 'currency'> & { readonly at: number }) {
  const { t } = useTranslation()
  const points = history.map((one) => ({ at: Date.parse(one.at), solid: one.provenMinor, dashed: one.claimedMinor }))
  return (
    <BandChart
      label={t('Proven and claimed yearly loss until now')}
      points={points}
      names={{ solid: t('proven'), dashed: t('claimed'), band: t('assurance gap') }}
      from={points[0]?.at ?? at}
      to={at}
      format={(value) => formatMoneyShort(value, currency)}
      height={150}
      stepped
    />
  )
}
