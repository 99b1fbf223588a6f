import type { Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { occurrenceRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { Chip } from '../ui/Chip.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import { kindWords } from './occurrence-words.ts'

export function occurrenceColumns(
  t: (sentence: string) => string,
  currency: string,
): readonly ListColumn<Occurrence>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 76,
      card: 'reference',
      render: ({ number }) => <Quiet>{occurrenceRef(number)}</Quiet>,
    },
    {
      key: 'occurredAt',
      title: t('On'),
      sort: 'occurredAt',
      width: 130,
      fixed: true,
      render: ({ occurredAt }) => <When at={occurredAt} show="day" />,
    },
    {
      key: 'title',
      title: t('What happened'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title }) => (
        <PageLink to={paths.occurrence} params={{ number }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'risk',
      title: t('Risk'),
      sort: 'risk',
      width: 240,
      ellipsis: true,
      render: ({ riskNumber, riskTitle }) => (
        <PageLink to={paths.risk} params={{ number: riskNumber }}>
          {riskRef(riskNumber)} {riskTitle}
        </PageLink>
      ),
    },
    {
      key: 'kind',
      title: t('Kind'),
      sort: 'kind',
      width: 116,
      card: 'corner',
      render: ({ kind }) => <Chip look={kind === 'loss' ? 'strong' : 'quiet'}>{t(kindWords[kind])}</Chip>,
    },
    {
      key: 'loss',
      title: t('Cost'),
      sort: 'loss',
      width: 110,
      align: 'right',
      render: ({ kind, lossMinor }) =>
        kind === 'near_miss' ? (
          <Quiet>–</Quiet>
        ) : lossMinor === null ? (
          <Quiet>{t('not known')}</Quiet>
        ) : (
          <Money minor={lossMinor} currency={currency} />
        ),
    },
    {
      key: 'discoveredAt',
      title: t('Came to light'),
      sort: 'discoveredAt',
      width: 130,
      hidden: true,
      render: ({ discoveredAt }) => <When at={discoveredAt} show="day" />,
    },
    {
      key: 'source',
      title: t('Known from'),
      width: 180,
      hidden: true,
      render: ({ source }) => source || <Quiet>–</Quiet>,
    },
    {
      key: 'reportedBy',
      title: t('Reported by'),
      width: 150,
      hidden: true,
      render: ({ reportedByName }) => reportedByName,
    },
  ]
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span style={{ color: 'var(--sn-ink-3)' }}>{children}</span>
}
