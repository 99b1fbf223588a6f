import type { ObligationSummary } from '@sinew/contract/obligation/obligation-contract.ts'
import { obligationRef } from '@sinew/core/explanation/people-ref.ts'
import { complianceWords } from '@sinew/core/obligation/compliance.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { ProofChip } from '../ui/ProofChip.tsx'
import { When } from '../ui/When.tsx'
import { kindWords, proofOfStatus } from './obligation-words.ts'

export function obligationColumns(
  t: (sentence: string) => string,
  now: number,
): readonly ListColumn<ObligationSummary>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 68,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <Quiet>{obligationRef(number)}</Quiet>,
    },
    {
      key: 'title',
      title: t('Obligation'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title }) => (
        <PageLink to={paths.obligation} params={{ number }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'kind',
      title: t('Kind'),
      sort: 'kind',
      width: 100,
      card: 'corner',
      render: ({ kind }) => t(kindWords[kind]),
    },
    {
      key: 'party',
      title: t('Towards whom'),
      sort: 'party',
      width: 150,
      render: ({ party }) => party || <Quiet>–</Quiet>,
    },
    { key: 'source', title: t('Source'), hidden: true, width: 220, render: ({ source }) => source || <Quiet>–</Quiet> },
    { key: 'owner', title: t('Owner'), width: 130, render: ({ ownerName }) => ownerName ?? <Quiet>–</Quiet> },
    {
      key: 'status',
      title: t('Compliance'),
      sort: 'status',
      width: 220,
      render: ({ status, sentence }) => (
        <ProofChip kind={proofOfStatus[status]} text={t(complianceWords[status])} title={sentence} />
      ),
    },
    {
      key: 'review',
      title: t('Review'),
      sort: 'reviewAt',
      width: 130,
      render: ({ reviewAt }) => {
        const isDue = reviewAt !== null && Date.parse(reviewAt) <= now
        return (
          <span style={isDue ? { color: 'var(--sn-stale)', fontWeight: 550 } : undefined}>
            <When at={reviewAt} show="day" />
            {isDue && <small> {t('due')}</small>}
          </span>
        )
      },
    },
    {
      key: 'controls',
      title: t('Controls'),
      sort: 'controls',
      width: 100,
      align: 'right',
      render: ({ controlCount }) =>
        controlCount === 0 ? <span style={{ color: 'var(--sn-stale)' }}>{t('none')}</span> : controlCount,
    },
  ]
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span style={{ color: 'var(--sn-ink-3)' }}>{children}</span>
}
