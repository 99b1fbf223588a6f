import { ActionIcon, Menu, Select, Switch } from '@mantine/core'
import { exportLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import classes from './ledger.module.css'
import { actorsQuery } from './ledger-queries.ts'
import { type LedgerSearch, ledgerFilters } from './ledger-search.ts'

type Props = { readonly search: LedgerSearch; readonly onChange: (patch: object) => void }

const operationWords = { create: 'Created', update: 'Changed', delete: 'Removed', restore: 'Restored' } as const

export function LedgerFilters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const { items: actors } = useSuspenseQuery(actorsQuery(useOrganizationApi())).data
  const entities = Object.entries(ledgeredEntities)
    .filter(([, { background }]) => !background || search.background)
    .map(([value, { label }]) => ({ value, label: t(label) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <div className={classes.filters}>
      <FilterBar
        searchLabel={t('Search reasons')}
        values={search}
        onChange={onChange}
        filters={[
          { key: 'entity', label: t('Object'), kind: 'one', options: entities },
          {
            key: 'operation',
            label: t('What happened'),
            kind: 'one',
            options: Object.entries(operationWords).map(([value, label]) => ({ value, label: t(label) })),
          },
        ]}
      />
      <Select
        aria-label={t('By whom')}
        placeholder={t('By whom')}
        searchable
        clearable
        w={180}
        data={uniqueActors(actors)}
        value={search.actorId ?? null}
        onChange={(actorId) => onChange({ actorId: actorId ?? undefined })}
      />
      <Day label={t('From')} value={search.from} onChange={(from) => onChange({ from })} />
      <Day label={t('Until')} value={search.to} onChange={(to) => onChange({ to })} />
      <Switch
        label={t('Derived numbers too')}
        checked={search.background === true}
        onChange={(event) => onChange({ background: event.currentTarget.checked || undefined })}
      />
      {search.request && (
        <button type="button" className={classes.one} onClick={() => onChange({ request: undefined })}>
          {t('One request only')} <IconX size={13} aria-hidden="true" />
          <span className={classes.said}>{t('Show all again')}</span>
        </button>
      )}
      <Download search={search} />
    </div>
  )
}

type DayProps = { readonly label: string; readonly value?: string; readonly onChange: (day?: string) => void }

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className={classes.day}>
      {label}
      <input type="date" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
    </label>
  )
}

function Download({ search }: { readonly search: LedgerSearch }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const url = (format: 'csv' | 'xlsx') => api.url(exportLedger, { query: { ...ledgerFilters(search), format } })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={t('Export')}>
          <IconDownload size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={url('csv')} download>
          {t('As CSV')}
        </Menu.Item>
        <Menu.Item component="a" href={url('xlsx')} download>
          {t('As a spreadsheet (XLSX)')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Somebody who works with tokens too is one person. */
function uniqueActors(actors: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map<string, string>()
  for (const { id, name } of actors) if (!names.has(id)) names.set(id, name)
  return [...names].map(([value, label]) => ({ value, label }))
}
