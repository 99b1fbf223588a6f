import { Button, Table } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { memo } from 'react'
import { WhyNumber } from '../chain/WhyNumber.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { yearsWords } from '../ui/chart/odds-words.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import classes from './loss.module.css'
import { levelOf, type SampledState, type SampledYear, yearLevels } from './sample-year.ts'
import { useDeskView } from './use-loss-desk.ts'
import { yearCsv } from './year-csv.ts'

type Props = { readonly snapshot: ChainSnapshot; readonly at: number }

const columns = ['proven', 'claimed', 'target', 'inherent'] as const

/** The same curves in figures: what one year in so many exceeds, and what those years cost on average. */
export function LevelsPanel({ snapshot, at }: Props) {
  const today = useDeskView((view) => view.today)
  const tried = useDeskView((view) => view.rested)
  const year = tried ?? today
  if (year === null) return null
  return <Levels year={year} isTried={tried !== null} currency={snapshot.currency} at={at} />
}

type LevelsProps = {
  readonly year: SampledYear
  readonly isTried: boolean
  readonly currency: string
  readonly at: number
}

const Levels = memo(function Levels({ year, isTried, currency, at }: LevelsProps) {
  const { t } = useTranslation()
  const names = { proven: t('Proven'), claimed: t('Claimed'), target: t('Target'), inherent: t('Inherent') }
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([yearCsv(year, currency)], { type: 'text/csv' }))
    link.download = `loss-${new Date(at).toISOString().slice(0, 10)}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Panel
      title={!isTried ? t('The year in figures') : t('The year in figures, with what you try')}
      hint={t('What such a year exceeds; below it, the mean of the years that do.')}
      actions={
        <>
          <Button size="compact-sm" variant="default" leftSection={<IconDownload size={14} />} onClick={save}>
            {t('CSV')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={14} />}
            onClick={() => window.print()}
          >
            {t('Print')}
          </Button>
        </>
      }
    >
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={t('Levels of the year')} verticalSpacing={6} className={classes.levels}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('One year in')}</Table.Th>
              {columns.map((state) => (
                <Table.Th key={state} ta="right">
                  {names[state]}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('Gap')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {yearLevels.map((years) => (
              <Table.Tr key={years}>
                <Table.Th scope="row">{years}</Table.Th>
                {columns.map((state) => (
                  <Table.Td key={state} ta="right">
                    <LevelCell
                      state={year[state]}
                      years={years}
                      currency={currency}
                      hasWhy={!isTried && state === 'proven' && years === 10}
                    />
                  </Table.Td>
                ))}
                <Table.Td ta="right">
                  <Money
                    minor={levelOf(year.proven, years).exceededMinor - levelOf(year.claimed, years).exceededMinor}
                    currency={currency}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t('Average')}</Table.Th>
              {columns.map((state) => (
                <Table.Td key={state} ta="right">
                  {!isTried ? (
                    <WhyNumber entity="portfolio" quantity={`${state}Loss`}>
                      <Money minor={year[state].meanMinor} currency={currency} />
                    </WhyNumber>
                  ) : (
                    <Money minor={year[state].meanMinor} currency={currency} />
                  )}
                </Table.Td>
              ))}
              <Table.Td ta="right">
                <Money minor={year.proven.meanMinor - year.claimed.meanMinor} currency={currency} />
              </Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th scope="row">{t('Without any loss')}</Table.Th>
              {columns.map((state) => (
                <Table.Td key={state} ta="right">
                  {yearsWords(t, year[state].none)}
                </Table.Td>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  )
})

type CellProps = {
  readonly state: SampledState
  readonly years: (typeof yearLevels)[number]
  readonly currency: string
  readonly hasWhy: boolean
}

function LevelCell({ state, years, currency, hasWhy }: CellProps) {
  const { exceededMinor, meanBeyondMinor } = levelOf(state, years)
  const exceeded = <Money minor={exceededMinor} currency={currency} />
  return (
    <>
      <span className={classes.exceeded}>
        {hasWhy ? (
          <WhyNumber entity="portfolio" quantity="provenTail">
            {exceeded}
          </WhyNumber>
        ) : (
          exceeded
        )}
      </span>
      <span className={classes.beyond}>
        <Money minor={meanBeyondMinor} currency={currency} />
      </span>
    </>
  )
}
