import { Menu, SegmentedControl, Stack } from '@mantine/core'
import { exportReadiness } from '@sinew/contract/readiness/readiness-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { useListAddress } from '../view/use-list-address.ts'
import { FoundList } from './FoundList.tsx'
import { ItemList } from './ItemList.tsx'
import { ReadinessBar } from './ReadinessBar.tsx'
import classes from './readiness.module.css'
import { readinessQuery } from './readiness-queries.ts'
import type { ReadinessSearch } from './readiness-routes.ts'
import { gradeWords, stateWords } from './readiness-words.ts'

/** What an auditor would ask, what answers it, and what would be found. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const readiness = useSuspenseQuery(readinessQuery(api)).data
  const [search, patch] = useListAddress<ReadinessSearch>()
  const view = search.view ?? 'found'
  const { major = 0, minor = 0 } = readiness.counts.grades
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <>
      <PageHeader
        noun="readiness"
        title={t('Readiness')}
        sentence={
          <StatusSentence tone={major > 0 ? 'bad' : minor > 0 ? 'watch' : 'calm'}>
            {major + minor === 0
              ? t('An auditor who came today would find nothing that the rules know.')
              : t('An auditor who came today would write down {{major}} major and {{minor}} minor nonconformities.', {
                  major,
                  minor,
                })}
          </StatusSentence>
        }
        actions={<Export />}
      />
      <Stack gap="lg">
        <div className={classes.bars}>
          <ReadinessBar title={t('88 clause items')} counts={readiness.counts.clauses} />
          <ReadinessBar title={t('93 controls')} counts={readiness.counts.controls} />
        </div>
        <div className={classes.tools}>
          <SegmentedControl
            value={view}
            onChange={(next) => patch({ view: next, state: undefined, grade: undefined })}
            data={[
              { value: 'found', label: t('What would be found') },
              { value: 'clauses', label: t('Clauses 4 to 10') },
              { value: 'controls', label: t('Annex A') },
            ]}
          />
          <FilterBar
            searchLabel={t('Search')}
            values={search}
            onChange={patch}
            filters={[
              view === 'found'
                ? { key: 'grade', label: t('Grade'), kind: 'one', options: options(gradeWords) }
                : { key: 'state', label: t('State'), kind: 'one', options: options(stateWords) },
            ]}
          />
        </div>
        {view === 'found' ? (
          <FoundList predicted={readiness.predicted} search={search} />
        ) : (
          <ItemList items={readiness.items.filter(({ kind }) => `${kind}s` === view)} search={search} />
        )}
      </Stack>
    </>
  )
}

function Export() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const link = (what: 'items' | 'predicted', format: 'csv' | 'xlsx') =>
    api.url(exportReadiness, { query: { what, format } })
  return (
    <Menu>
      <Menu.Target>
        <ActionButton variant="default" leftSection={<IconDownload size={16} />}>
          {t('Export')}
        </ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={link('predicted', 'xlsx')} download>
          {t('What would be found, as a spreadsheet')}
        </Menu.Item>
        <Menu.Item component="a" href={link('items', 'xlsx')} download>
          {t('All items, as a spreadsheet')}
        </Menu.Item>
        <Menu.Item component="a" href={link('items', 'csv')} download>
          {t('All items, as CSV')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
