import type { TestedRisk } from '@sinew/contract/back-test/back-test-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { Chip } from '../ui/Chip.tsx'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { Money } from '../ui/Money.tsx'
import { standingOf, surpriseWords } from './surprise-words.ts'

export function backTestColumns(t: Translate, currency: string): readonly ListColumn<TestedRisk>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 68,
      card: 'reference',
      render: ({ number }) => <Quiet>{riskRef(number)}</Quiet>,
    },
    {
      key: 'title',
      title: t('Risk'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title }) => (
        <PageLink to={paths.risk} params={{ number }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'observed',
      title: t('Seen'),
      sort: 'observed',
      width: 84,
      align: 'right',
      render: ({ claimed, eventsOutside }) => claimed?.observed ?? eventsOutside,
    },
    {
      key: 'predicted',
      title: t('Forecast'),
      sort: 'predicted',
      width: 140,
      align: 'right',
      render: ({ claimed }) =>
        claimed === null ? (
          <Quiet>–</Quiet>
        ) : (
          <span title={t('With controls as claimed; 90 % interval')}>
            {shortNumber(claimed.mean)} <Quiet>({`${claimed.low} – ${claimed.high}`})</Quiet>
          </span>
        ),
    },
    {
      key: 'surprise',
      title: t('How surprising'),
      sort: 'surprise',
      width: 230,
      render: ({ claimed }) =>
        claimed === null ? (
          <Quiet>{t('no watched time')}</Quiet>
        ) : (
          <span style={standingOf(claimed) === 'more' ? { color: 'var(--sn-failing)', fontWeight: 550 } : undefined}>
            {surpriseWords(t, claimed)}
          </span>
        ),
    },
    {
      key: 'loss',
      title: t('Cost so far'),
      sort: 'loss',
      width: 170,
      align: 'right',
      render: ({ observedLossMinor, unknownLosses, expectedLossMinor, claimed }) => (
        <>
          <Money minor={observedLossMinor} currency={currency} />
          {unknownLosses > 0 && <Quiet> {t('and {{unknown}} not known', { unknown: unknownLosses })}</Quiet>}
          {claimed !== null && (
            <Quiet>
              {' '}
              {t('of')} <Money minor={Math.round(expectedLossMinor.claimed)} currency={currency} />
            </Quiet>
          )}
        </>
      ),
    },
    {
      key: 'watched',
      title: t('Years watched'),
      sort: 'watched',
      width: 120,
      align: 'right',
      hidden: true,
      render: ({ watchedYears }) => shortNumber(watchedYears),
    },
    {
      key: 'nearMisses',
      title: t('Near misses'),
      width: 110,
      align: 'right',
      hidden: true,
      render: ({ nearMisses }) => nearMisses,
    },
    {
      key: 'proposal',
      title: t('Update'),
      width: 130,
      card: 'corner',
      render: ({ proposal }) =>
        proposal === null ? null : (
          <Chip look={proposal === 'worse' ? 'strong' : 'quiet'}>
            {proposal === 'worse' ? t('▲ too low') : t('▼ too high')}
          </Chip>
        ),
    },
  ]
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span style={{ color: 'var(--sn-ink-3)' }}>{children}</span>
}
