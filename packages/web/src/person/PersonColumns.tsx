import type { Person } from '@sinew/contract/person/person-contract.ts'
import { personRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { Chip } from '../ui/Chip.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'

type Translate = (sentence: string) => string

export function personColumns(t: Translate): readonly ListColumn<Person>[] {
  const owned = (kind: keyof Person['owns'], title: string): ListColumn<Person> => ({
    key: kind,
    title,
    width: 96,
    align: 'right',
    card: 'none',
    render: ({ owns }) => (owns[kind] === 0 ? <Quiet>–</Quiet> : owns[kind]),
  })
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 68,
      hidden: true,
      card: 'reference',
      render: ({ number }) => <Quiet>{personRef(number)}</Quiet>,
    },
    {
      key: 'name',
      title: t('Person'),
      sort: 'name',
      fixed: true,
      card: 'title',
      render: ({ number, name }) => (
        <PageLink to={paths.person} params={{ number }} c="var(--sn-ink)" fw={550}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'jobTitle',
      title: t('Job title'),
      sort: 'jobTitle',
      width: 220,
      render: ({ jobTitle }) => jobTitle || <Quiet>–</Quiet>,
    },
    {
      key: 'role',
      title: t('Signs in as'),
      width: 130,
      card: 'corner',
      render: ({ active, role }) => {
        if (!active) return <Chip look="quiet">{t('left')}</Chip>
        return role === null ? <Quiet>{t('no account')}</Quiet> : <Chip>{t(role)}</Chip>
      },
    },
    owned('risk', t('Risks')),
    owned('control', t('Controls')),
    owned('action', t('Actions')),
    owned('asset', t('Assets')),
    owned('obligation', t('Obligations')),
    {
      key: 'owned',
      title: t('Answers for'),
      sort: 'owned',
      width: 112,
      align: 'right',
      render: ({ ownedTotal }) => <strong style={{ fontWeight: 580 }}>{ownedTotal}</strong>,
    },
    { key: 'email', title: t('E-mail'), hidden: true, width: 220, render: ({ email }) => email ?? <Quiet>–</Quiet> },
  ]
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span style={{ color: 'var(--sn-ink-3)' }}>{children}</span>
}
