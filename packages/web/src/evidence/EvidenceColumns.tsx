import type { EvidenceListItem } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { When } from '../ui/When.tsx'
import { ControlRefs } from './ControlRefs.tsx'
import { provenanceWords } from './evidence-words.ts'
import { ResultChip } from './ResultChip.tsx'

export function evidenceColumns(t: (key: string) => string): readonly ListColumn<EvidenceListItem>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 76,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{evidenceRef(number)}</span>,
    },
    {
      key: 'title',
      title: t('Evidence'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title }) => (
        <PageLink to={paths.evidencePiece} params={{ number }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'controls',
      title: t('Proves'),
      width: 150,
      render: ({ controls }) => <ControlRefs controls={controls} />,
    },
    {
      key: 'result',
      title: t('Result'),
      width: 116,
      card: 'corner',
      render: (piece) => <ResultChip {...piece} />,
    },
    {
      key: 'freshness',
      title: t('Freshness'),
      width: 112,
      render: ({ freshness }) => <FreshnessDot state={freshness} withText />,
    },
    {
      key: 'collectedAt',
      title: t('Collected'),
      sort: 'collectedAt',
      width: 126,
      render: ({ collectedAt }) => <When at={collectedAt} />,
    },
    {
      key: 'countsUntil',
      title: t('Counts until'),
      sort: 'countsUntil',
      width: 126,
      render: ({ countsUntil }) => <When at={countsUntil} show="day" />,
    },
    {
      key: 'by',
      title: t('From'),
      width: 150,
      ellipsis: true,
      render: ({ collectorName, submittedByName }) => collectorName ?? submittedByName,
    },
    {
      key: 'provenance',
      title: t('Provenance'),
      width: 180,
      hidden: true,
      card: 'none',
      render: ({ provenance }) => t(provenanceWords[provenance]),
    },
  ]
}
