import { Button } from '@mantine/core'
import { type ControlListItem, exportControls } from '@sinew/contract/control/control-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DataList } from '../ui/data-list/DataList.tsx'
import { later } from '../ui/later.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { exported, useList } from '../view/use-list.ts'
import { useListAddress } from '../view/use-list-address.ts'
import { controlColumns } from './ControlColumns.tsx'
import { ControlFilters } from './ControlFilters.tsx'
import { applicableCountQuery, controlsQuery, dearestGapQuery, provenCountQuery } from './control-queries.ts'
import type { ControlSearch } from './control-search.ts'

const ControlBulkBar = later(async () => (await import('./ControlBulkBar.tsx')).ControlBulkBar)

const AddControl = later(async () => (await import('./AddControl.tsx')).AddControl)

export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const { currency } = useOrganization()
  const address = useListAddress<ControlSearch>()
  const [search, patch] = address
  const list = useList('controls', address, controlsQuery(api, search))
  const applicable = useSuspenseQuery(applicableCountQuery(api)).data.total
  const proven = useSuspenseQuery(provenCountQuery(api)).data.total
  const [dearest] = useSuspenseQuery(dearestGapQuery(api)).data.items
  const may = useMay('control:write')
  const mayProve = useMay('evidence:write')
  const [isAdding, add] = useState(false)
  return (
    <>
      <PageHeader
        noun="control"
        title={t('Controls')}
        sentence={t('{{proven}} of {{count}} applicable controls are proven by fresh evidence.', {
          proven,
          count: applicable,
        })}
        actions={
          <ActionButton variant="default" refusals={may} leftSection={<IconPlus size={16} />} onClick={() => add(true)}>
            {t('Add our own')}
          </ActionButton>
        }
        next={
          isOffered(mayProve) &&
          dearest &&
          dearest.gapMinor > 0 && (
            <Button onClick={() => go(paths.control, { controlRef: dearest.ref })}>
              {t('Prove {{ref}}: {{money}} a year', {
                ref: dearest.ref,
                money: formatMoneyShort(dearest.gapMinor, currency),
              })}
            </Button>
          )
        }
      />
      <DataList<ControlListItem>
        label={t('Controls')}
        {...list}
        columns={controlColumns(t, currency)}
        rowId={({ id }) => id}
        rowName={({ ref, title }) => `${ref} ${title}`}
        defaultSort="ref"
        onOpen={({ ref }) => go(paths.control, { controlRef: ref })}
        filters={<ControlFilters search={search} onChange={patch} />}
        bulk={isOffered(may) ? (controls, clear) => <ControlBulkBar controls={controls} onDone={clear} /> : undefined}
        exportUrl={(format) => api.url(exportControls, { query: { ...exported(search), format } })}
        empty={<NothingFits noun="control" title={t('No control fits these filters')} />}
      />
      {isAdding && <AddControl onClose={() => add(false)} />}
    </>
  )
}
