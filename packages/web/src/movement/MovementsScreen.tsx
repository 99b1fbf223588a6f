import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { type MovementKind, movementKinds } from '@sinew/core/movement/movement.ts'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import { ListPager } from '../ui/data-list/ListPager.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { MovementStories } from './MovementStories.tsx'
import classes from './movement.module.css'
import { type MovementSearch, movementsQuery } from './movement-queries.ts'

const route = getRouteApi('/o/$slug/movements')

const kindWords: Readonly<Record<MovementKind, string>> = {
  evidence: 'Evidence came or changed',
  time: 'Time passed',
  collector: 'A collector',
  decision: 'A decision',
  control: 'A control',
  person: 'A person',
  risk: 'A risk',
  methodology: 'The methodology',
  insurance: 'Insurance',
  acceptance: 'An acceptance',
}

/** Everything that moved a derived number, newest first, one entry a story. */
export function Screen() {
  const { t } = useTranslation()
  const { asOf: _, ...search }: MovementSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const query = movementsQuery(useOrganizationApi(), search)
  const first = useSuspenseQuery(query).data
  const { data = first } = useQuery({ ...query, placeholderData: keepPreviousData })
  const change = (patch: object) => void navigate({ search: (old) => ({ ...old, ...patch }) })
  return (
    <>
      <PageHeader
        noun="movement"
        title={t('Movements')}
        sentence={t('Every number that moved, what moved it, and the way it took through the chain.')}
      />
      <Panel flush>
        <div className={classes.filters}>
          {search.entityId !== undefined && (
            <UnstyledButton
              className={classes.onlyOne}
              onClick={() => change({ entity: undefined, entityId: undefined, page: undefined })}
            >
              {t('Only what one object has a part in')} <IconX size={13} aria-hidden="true" />
              <VisuallyHidden>{t('Show everything')}</VisuallyHidden>
            </UnstyledButton>
          )}
          <FilterBar
            filters={[
              {
                key: 'kind',
                label: t('What happened'),
                kind: 'some',
                options: movementKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) })),
              },
            ]}
            values={search}
            onChange={change}
            searchLabel={t('Search in the sentences')}
          />
        </div>
        {data.items.length === 0 ? (
          <EmptyState noun="movement" title={t('Nothing moved')}>
            {t('As soon as evidence comes, fades or a decision is made, what it moved stands here with its reason.')}
          </EmptyState>
        ) : (
          <MovementStories stories={data.items} currency={data.currency} />
        )}
      </Panel>
      <ListPager data={data} onState={change} />
    </>
  )
}
