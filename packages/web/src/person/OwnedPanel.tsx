import type { Owned, Person } from '@sinew/contract/person/person-contract.ts'
import { type OwnedKind, ownedKinds } from '@sinew/core/person/owned-kinds.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ownedQuery } from './person-queries.ts'

const kindWords: Readonly<Record<OwnedKind, string>> = {
  risk: 'Risks',
  control: 'Controls',
  obligation: 'Obligations',
  asset: 'Assets',
  action: 'Open actions',
  collector: 'Collectors',
  record: 'Everything else',
}

/** What a person answers for, kind by kind. */
export function OwnedPanel({ person }: { readonly person: Pick<Person, 'id'> }) {
  const { t } = useTranslation()
  const { items, total } = useSuspenseQuery(ownedQuery(useOrganizationApi(), person.id)).data
  const present = ownedKinds.filter((kind) => items.some((one) => one.kind === kind))
  return (
    <Panel
      title={t('Answers for')}
      standing={total || undefined}
      hint={total > items.length ? t('The first {{shown}} of {{total}}.', { shown: items.length, total }) : undefined}
    >
      {items.length === 0 && (
        <EmptyState title={t('Nothing')}>
          {t('Somebody becomes the owner of a risk, a control or an asset on its own page.')}
        </EmptyState>
      )}
      {present.map((kind) => (
        <section key={kind} aria-label={t(kindWords[kind])}>
          <h3 style={{ margin: '8px 0 0', color: 'var(--sn-ink-3)', fontSize: '0.75rem', fontWeight: 550 }}>
            {t(kindWords[kind])}
          </h3>
          <ObjectRows rows={items.filter((one) => one.kind === kind).map(toRow)} />
        </section>
      ))}
    </Panel>
  )
}

function toRow({ id, ref, title }: Owned) {
  return { id, reference: ref, title: <RefLink reference={ref}>{title}</RefLink> }
}
