import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { When } from '../ui/When.tsx'
import { classificationWords, kindWords } from './asset-words.ts'

export function assetColumns(t: (sentence: string) => string): readonly ListColumn<Asset>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 76,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{assetRef(number)}</span>,
    },
    {
      key: 'title',
      title: t('Asset'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title }) => (
        <PageLink to={paths.asset} params={{ number }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    { key: 'kind', title: t('Kind'), sort: 'kind', width: 160, render: ({ kind }) => t(kindWords[kind]) },
    {
      key: 'classification',
      title: t('Classification'),
      sort: 'classification',
      width: 140,
      render: ({ classification }) => t(classificationWords[classification]),
    },
    { key: 'owner', title: t('Owner'), sort: 'owner', width: 170, render: ({ ownerName }) => ownerName ?? <Nobody /> },
    {
      key: 'risks',
      title: t('Risks'),
      sort: 'risks',
      width: 80,
      align: 'right',
      render: ({ riskCount }) => riskCount,
    },
    {
      key: 'scope',
      title: t('In scope'),
      width: 90,
      card: 'corner',
      render: ({ inScope }) => (inScope ? t('in scope') : t('out of scope')),
    },
    {
      key: 'updated',
      title: t('Changed'),
      sort: 'updatedAt',
      width: 130,
      hidden: true,
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ]
}

function Nobody() {
  return <span style={{ color: 'var(--sn-ink-3)' }}>–</span>
}
