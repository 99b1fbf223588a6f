import type { ExpiringNeed } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { isFiltered } from '../app/search-params.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import { When } from '../ui/When.tsx'
import { Worth } from '../ui/Worth.tsx'
import { useList } from '../view/use-list.ts'
import { expiringQuery } from './evidence-queries.ts'
import type { ExpiringSearch } from './evidence-search.ts'
import { freshnessWords } from './evidence-words.ts'

type Props = { readonly search: ExpiringSearch; readonly onState: (patch: object) => void }

/** Needs whose proof ran out or runs out soon, the first to go first. */
export function ExpiringList({ search, onState }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const { currency } = useOrganization()
  const list = useList('expiring', [search, onState], expiringQuery(useOrganizationApi(), search))
  const { show: _show, ...asked } = search
  return (
    <DataList<ExpiringNeed>
      label={t('Expiring')}
      {...list}
      columns={columns(t, currency)}
      rowId={({ needId }) => needId}
      rowName={({ controlRef, title }) => `${controlRef} ${title}`}
      defaultSort="validUntil"
      onOpen={({ controlRef, needId }) => go(paths.newEvidence, {}, { control: controlRef, need: needId })}
      filters={<Filters search={search} onChange={onState} />}
      empty={
        isFiltered(asked) ? (
          <NothingFits noun="evidence" title={t('Nothing that runs out fits these filters')} />
        ) : (
          <EmptyState noun="evidence" title={t('Nothing runs out soon')}>
            {t('Everything that proves something today still will in three months.')}
          </EmptyState>
        )
      }
    />
  )
}

function Filters({ search, onChange }: { readonly search: ExpiringSearch; readonly onChange: (p: object) => void }) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const states = (['stale', 'due', 'current'] as const).map((value) => ({ value, label: t(freshnessWords[value]) }))
  const spans = [
    { value: '30', label: t('in 30 days') },
    { value: '90', label: t('in 90 days') },
    { value: '180', label: t('in half a year') },
    { value: '365', label: t('in a year') },
  ]
  return (
    <FilterBar
      searchLabel={t('Search needs and controls')}
      values={search}
      onChange={onChange}
      filters={[
        { key: 'freshness', label: t('Freshness'), kind: 'some', options: states },
        { key: 'days', label: t('Runs out'), kind: 'one', options: spans },
        { key: 'ownerId', label: t('Owner'), kind: 'one', options: owners },
        { key: 'collected', label: t('By a collector'), kind: 'flag' },
      ]}
    />
  )
}

function columns(t: (key: string) => string, currency: string): readonly ListColumn<ExpiringNeed>[] {
  return [
    {
      key: 'control',
      sort: 'control',
      title: t('Control'),
      width: 90,
      fixed: true,
      card: 'reference',
      render: ({ controlRef }) => (
        <PageLink to={paths.control} params={{ controlRef }}>
          {controlRef}
        </PageLink>
      ),
    },
    {
      key: 'title',
      sort: 'title',
      title: t('What has to be new'),
      fixed: true,
      card: 'title',
      render: ({ controlRef, needId, title }) => (
        <PageLink to={paths.newEvidence} search={{ control: controlRef, need: needId }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'owner',
      title: t('Owner'),
      sort: 'owner',
      width: 160,
      ellipsis: true,
      render: ({ ownerName }) => ownerName ?? '–',
    },
    {
      key: 'newest',
      title: t('Rests on'),
      width: 90,
      render: ({ evidence }) => (
        <PageLink to={paths.evidencePiece} params={{ number: evidence.number }} title={evidence.title}>
          {evidenceRef(evidence.number)}
        </PageLink>
      ),
    },
    {
      key: 'freshness',
      title: t('Freshness'),
      width: 120,
      card: 'corner',
      render: ({ freshness }) => <FreshnessDot state={freshness} withText />,
    },
    {
      key: 'validUntil',
      sort: 'validUntil',
      title: t('Counts until'),
      width: 230,
      render: ({ validUntil }) => <When at={validUntil} show="both" />,
    },
    {
      key: 'worth',
      title: t('Worth a year'),
      sort: 'worth',
      width: 120,
      align: 'right',
      render: ({ worthMinor }) => <Worth minor={worthMinor} currency={currency} />,
    },
  ]
}
