import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createLink, deleteLink, type Link, listLinks } from '@sinew/contract/link/link-contract.ts'
import { type SearchHit, search } from '@sinew/contract/search/search-contract.ts'
import type { Permission } from '@sinew/core/access/permissions.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { entityOfHit } from './search-entity.ts'

type Props = { readonly entity: string; readonly entityId: string; readonly mayWrite: Permission }

/** What an object is linked to, in both directions. */
export function LinksPanel({ entity, entityId, mayWrite }: Props) {
  const { t } = useTranslation()
  const params = { entity, entityId }
  const links = useQuery(useOrganizationApi().query(listLinks, { params })).data?.items ?? []
  const may = useMay(mayWrite)
  return (
    <Panel
      title={t('Linked')}
      standing={links.length || undefined}
      actions={<AddLink entity={entity} entityId={entityId} mayWrite={mayWrite} />}
    >
      {links.length === 0 && <span style={{ color: 'var(--sn-ink-3)' }}>{t('Linked to nothing yet.')}</span>}
      <ObjectRows
        rows={links.map((link) => ({
          id: link.id,
          title: <RefText>{link.name}</RefText>,
          note: link.relation || t(ledgeredEntities[link.entity as 'risk'].label),
          detail: may.length === 0 && !link.isBack ? <TakeAway link={link} /> : undefined,
        }))}
      />
    </Panel>
  )
}

function TakeAway({ link }: { readonly link: Link }) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(deleteLink)
  return (
    <CloseButton
      size="sm"
      aria-label={t('Take away {{name}}', { name: link.name })}
      disabled={write.isPending}
      onClick={() => void write.send({ params: { objectLinkId: link.id }, version: link.version })}
    />
  )
}

function AddLink({ entity, entityId, mayWrite }: Props) {
  const { t } = useTranslation()
  const may = useMay(mayWrite)
  const write = useOrganizationWrite(createLink)
  const [typed, type] = useState('')
  const [chosen, choose] = useState<SearchHit | null>(null)
  const [relation, say] = useState('')
  const [q] = useDebouncedValue(chosen === null ? typed.trim() : '', 200)
  const found = useQuery({
    ...useOrganizationApi().query(search, { query: { q: q === '' ? '-' : q, limit: 20 } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const hits = q === '' ? [] : (found.data?.items ?? [])
  const options = chosen === null ? hits : [chosen]
  return (
    <AskButton label={t('Link')} refusals={may} width={340}>
      {(close) => (
        <>
          <Select
            label={t('To what?')}
            placeholder={t('R-12, A.8.13, a word of its title')}
            searchable
            clearable
            comboboxProps={{ withinPortal: false }}
            data={options.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
            filter={({ options: all }) => all}
            nothingFoundMessage={q === '' ? t('Type to search') : t('Nothing of that name')}
            value={chosen?.id ?? null}
            onChange={(id) => choose(hits.find((hit) => hit.id === id) ?? null)}
            onSearchChange={type}
          />
          <TextInput
            label={t('What the link means')}
            maxLength={500}
            value={relation}
            onChange={(event) => say(event.currentTarget.value)}
          />
          <ProblemPanel problem={write.problem} />
          <Button
            size="xs"
            disabled={chosen === null}
            loading={write.isPending}
            onClick={async () => {
              if (chosen === null) return
              const body = { toEntity: entityOfHit(chosen.kind), toId: chosen.id, relation }
              if ((await write.send({ params: { entity, entityId }, body })) === undefined) return
              choose(null)
              say('')
              close()
            }}
          >
            {t('Link')}
          </Button>
        </>
      )}
    </AskButton>
  )
}
