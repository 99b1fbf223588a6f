import { Table } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { AppetiteConfidence } from '@sinew/core/loss/uncertainty/appetite-confidence.ts'
import { memo } from 'react'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { WhyNumber } from '../chain/WhyNumber.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { yearsWords } from '../ui/chart/odds-words.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { confidenceWords } from './confidence-words.ts'
import classes from './loss.module.css'
import type { LimitFigures, SampledYear } from './sample-year.ts'
import { useDeskView } from './use-loss-desk.ts'

/** The proven year against each point of the appetite: how likely it is passed, and the room that is left, in money. */
export function AppetitePanel({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const today = useDeskView((view) => view.today)
  const tried = useDeskView((view) => view.rested)
  const confidence = useDeskView((view) => (view.rested === null ? view.drivers?.confidence : undefined))
  const year = tried ?? today
  if (year === null) return null
  return <Verdicts year={year} isTried={tried !== null} confidence={confidence} snapshot={snapshot} />
}

type VerdictsProps = {
  readonly year: SampledYear
  readonly isTried: boolean
  /** How sure one can be of the verdicts; undefined while it is worked out, and for what is tried. */
  readonly confidence: AppetiteConfidence | undefined
  readonly snapshot: ChainSnapshot
}

const Verdicts = memo(function Verdicts({ year, isTried, confidence, snapshot }: VerdictsProps) {
  const { t } = useTranslation()
  const { currency } = snapshot
  const { yearlyLossMinor } = snapshot.methodology.appetite
  const mean = year.proven.meanMinor
  return (
    <Panel
      title={t('Against the appetite')}
      hint={t('As proven. The appetite says how often a year may cost more than an amount.')}
      actions={
        <PageLink to={paths.methodology} size="sm">
          {t('Set it')}
        </PageLink>
      }
    >
      <Table.ScrollContainer minWidth={300}>
        <Table aria-label={t('The year against the appetite')} verticalSpacing={6} className={classes.levels}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Allowed')}</Table.Th>
              <Table.Th>{t('As proven')}</Table.Th>
              <Table.Th ta="right">{t('Room left')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {year.proven.limits.map((limit, k) => (
              <PointRow key={limit.amountMinor} limit={limit} sure={confidence?.each[k]} currency={currency} />
            ))}
            <Table.Tr>
              <Table.Th scope="row" className={classes.allowed}>
                {t('on average')} <Money minor={yearlyLossMinor} currency={currency} />
              </Table.Th>
              <Table.Td>
                <Verdict ratio={mean / yearlyLossMinor} sure={confidence?.mean}>
                  {!isTried ? (
                    <WhyNumber entity="portfolio" quantity="appetite">
                      <Money minor={mean} currency={currency} />
                    </WhyNumber>
                  ) : (
                    <Money minor={mean} currency={currency} />
                  )}
                </Verdict>
              </Table.Td>
              <Table.Td ta="right">
                <Money minor={yearlyLossMinor - mean} currency={currency} />
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {confidence !== undefined && (
        <p className={classes.sure}>
          {year.proven.limits.length > 1 && (
            <strong>
              {t('All of it is kept {{readings}}.', {
                readings: confidenceWords(t, confidence.all),
              })}{' '}
            </strong>
          )}
          {t(
            'A reading is one set of what the estimates think possible: how often each risk truly happens, how much each control truly does. What is left is chance.',
          )}
        </p>
      )}
    </Panel>
  )
})

type PointRowProps = { readonly limit: LimitFigures; readonly sure: number | undefined; readonly currency: string }

function PointRow({ limit, sure, currency }: PointRowProps) {
  const { t } = useTranslation()
  const { amountMinor, probability, exceeds, exceededMinor } = limit
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.allowed}>
        {yearsWords(t, probability)} {t('above')} <Money minor={amountMinor} currency={currency} />
      </Table.Th>
      <Table.Td>
        <Verdict ratio={exceeds / probability} sure={sure}>
          {yearsWords(t, exceeds)}
        </Verdict>
      </Table.Td>
      <Table.Td ta="right">
        <Money minor={amountMinor - exceededMinor} currency={currency} />
      </Table.Td>
    </Table.Tr>
  )
}

type VerdictProps = {
  /** How much of what is allowed is taken: above 1 the point is broken. */
  readonly ratio: number
  /** In which share of what is thought possible it is kept. */
  readonly sure: number | undefined
  readonly children: React.ReactNode
}

function Verdict({ ratio, sure, children }: VerdictProps) {
  const { t } = useTranslation()
  const isWithin = !(ratio > 1)
  return (
    <span className={classes.verdict} data-beyond={!isWithin || undefined}>
      <span aria-hidden="true">{isWithin ? '◇' : '✕'}</span> {children}
      <span className={classes.verdictWord}>
        {isWithin
          ? t('within: {{percent}} % of what is allowed', { percent: Math.round(ratio * 100) })
          : t('{{times}} times what is allowed', { times: Number(ratio.toPrecision(2)) })}
      </span>
      {sure !== undefined && (
        <span className={classes.sureWord}>{t('kept {{readings}}', { readings: confidenceWords(t, sure) })}</span>
      )}
    </span>
  )
}
