import { SimpleGrid, Stack } from '@mantine/core'
import { type BackTest, exportBackTests, type TestedRisk } from '@sinew/contract/back-test/back-test-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { backTestColumns } from './BackTestColumns.tsx'
import { backTestQuery, backTestsQuery } from './back-test-queries.ts'
import type { BackTestSearch } from './back-test-search.ts'
import { standingOf } from './surprise-words.ts'

// Around the list, which the page opens with.
const EstimatorsPanel = later(async () => (await import('./EstimatorsPanel.tsx')).EstimatorsPanel)
const ForecastRows = later(async () => (await import('./ForecastRows.tsx')).ForecastRows)
const YearsPanel = later(async () => (await import('./YearsPanel.tsx')).YearsPanel)
const WatchPanel = later(async () => (await import('../occurrence/WatchPanel.tsx')).WatchPanel)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { currency } = useOrganization()
  const go = useGo()
  const test = useSuspenseQuery(backTestQuery(api)).data
  const address = useListAddress<BackTestSearch>()
  const [search, patch] = address
  const list = useList('back-test', address, backTestsQuery(api, search))
  if (test.all.risks === 0 && !isFiltered(search)) return <Nothing test={test} />
  return (
    <>
      <PageHeader
        noun="backTest"
        title={t('Back-testing')}
        sentence={<Sentence test={test} />}
        next={<PageLink to={paths.occurrences}>{t('Record what happened')}</PageLink>}
      />
      <Stack gap="lg">
        <YearsPanel test={test} />
        {test.all.claimed !== null && (
          <Panel
            title={t('Events by category')}
            hint={t('Forecast for the time that somebody vouches for, and seen in it.')}
          >
            <ForecastRows
              label={t('Events forecast and seen, by category')}
              rows={[
                { key: 'all', name: t('All risks'), claimed: test.all.claimed, proven: test.all.proven },
                ...test.categories.map((one) => ({
                  key: one.category,
                  name: one.category || t('Without a category'),
                  claimed: one.claimed,
                  proven: one.proven,
                })),
              ]}
            />
          </Panel>
        )}
        <DataList<TestedRisk>
          label={t('Risks held against what happened')}
          {...list}
          columns={backTestColumns(t, currency)}
          rowId={({ riskId }) => riskId}
          rowName={({ number, title }) => `${riskRef(number)} ${title}`}
          defaultSort="surprise"
          onOpen={({ number }) => go(paths.risk, { number })}
          filters={
            <FilterBar
              searchLabel={t('Search risks')}
              values={search}
              onChange={patch}
              filters={[
                {
                  key: 'category',
                  label: t('Category'),
                  kind: 'one',
                  options: test.categories
                    .filter(({ category }) => category !== '')
                    .map(({ category }) => ({ value: category, label: category })),
                },
                { key: 'proposal', label: t('Update waits'), kind: 'flag' },
              ]}
            />
          }
          exportUrl={(format) => api.url(exportBackTests, { query: { ...exported(search), format } })}
          empty={<NothingFits noun="risk" title={t('No risk fits these filters')} />}
        />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <EstimatorsPanel estimators={test.estimators} />
          <WatchPanel watches={test.watches} />
        </SimpleGrid>
      </Stack>
    </>
  )
}

/** How things stand in one sentence: what waits first, then whether forecasts held. */
function Sentence({ test: { all, proposals } }: { readonly test: BackTest }) {
  const { t } = useTranslation()
  if (proposals.worse > 0) {
    return (
      <StatusSentence tone="bad">
        {t('{{count}} estimates turned out too low and wait for a decision.', { count: proposals.worse })}
      </StatusSentence>
    )
  }
  if (all.claimed === null) {
    return (
      <StatusSentence tone="watch">
        {t('Nobody vouches for any time yet: events are recorded, but there is nothing to hold them against.')}
      </StatusSentence>
    )
  }
  const standing = standingOf(all.claimed)
  if (standing === 'more') {
    return <StatusSentence tone="bad">{t('More happened than was forecast.')}</StatusSentence>
  }
  if (standing === 'fewer') {
    return (
      <StatusSentence tone="watch">
        {t('Less happened than was forecast: the estimates may be too high.')}
      </StatusSentence>
    )
  }
  return <StatusSentence tone="good">{t('What happened is within what was forecast.')}</StatusSentence>
}

function Nothing({ test }: { readonly test: BackTest }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader
        noun="backTest"
        title={t('Back-testing')}
        sentence={t('Whether what was forecast is what happens.')}
      />
      <Stack gap="lg">
        <Panel>
          <EmptyState
            noun="backTest"
            title={t('Nothing to hold forecasts against yet')}
            action={<PageLink to={paths.occurrences}>{t('Record what happened')}</PageLink>}
          >
            {t(
              'Record events as they happen, and vouch for the time in which all of them are recorded. Then this page shows whether estimates are right, and proposes better ones.',
            )}
          </EmptyState>
        </Panel>
        <WatchPanel watches={test.watches} />
      </Stack>
    </>
  )
}
