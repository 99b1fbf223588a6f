import type { Risk } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import { LevelChip } from './LevelChip.tsx'
import classes from './risk.module.css'
import { StatusChip } from './StatusChip.tsx'

/** Columns of the register. Proven and gap first: what the loss is by what can be shown, and what is only hoped. */
export function riskColumns(t: Translate, currency: string): readonly ListColumn<Risk>[] {
  const money = (
    key: 'inherent' | 'claimed' | 'proven' | 'target',
    title: string,
    hidden = false,
  ): ListColumn<Risk> => ({
    key,
    title,
    sort: key,
    width: 84,
    align: 'right',
    hidden,
    card: key === 'inherent' || key === 'target' ? 'none' : 'detail',
    render: ({ state }) => <Money minor={state?.[`${key}Minor`]} currency={currency} />,
  })
  return [
    {
      key: 'number',
      title: t('Ref'),
      sort: 'number',
      width: 62,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span className={classes.ref}>{riskRef(number)}</span>,
    },
    {
      key: 'title',
      title: t('Risk'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: (risk) => <Title risk={risk} t={t} />,
    },
    {
      key: 'level',
      title: t('Level'),
      sort: 'level',
      width: 106,
      card: 'corner',
      render: ({ state }) => <LevelChip level={state?.provenLevel} />,
    },
    money('inherent', t('Inherent')),
    money('claimed', t('Claimed')),
    money('proven', t('Proven')),
    money('target', t('Target')),
    {
      key: 'gap',
      title: t('Gap'),
      sort: 'gap',
      width: 84,
      align: 'right',
      render: ({ state }) => (
        <span className={state && state.gapMinor > 0 ? classes.gap : undefined}>
          <Money minor={state?.gapMinor} currency={currency} />
        </span>
      ),
    },
    {
      key: 'owner',
      title: t('Owner'),
      sort: 'owner',
      width: 116,
      ellipsis: true,
      render: ({ ownerName }) => ownerName ?? '–',
    },
    {
      key: 'status',
      title: t('Status'),
      sort: 'status',
      width: 90,
      render: ({ status }) => <StatusChip status={status} />,
    },
    {
      key: 'category',
      title: t('Category'),
      sort: 'category',
      width: 150,
      hidden: true,
      ellipsis: true,
      render: ({ category }) => category || '–',
    },
    {
      key: 'controls',
      title: t('Controls'),
      width: 80,
      align: 'right',
      hidden: true,
      render: ({ controlCount }) => controlCount,
    },
    {
      key: 'actions',
      title: t('Open actions'),
      width: 84,
      align: 'right',
      hidden: true,
      render: ({ openActionCount }) => openActionCount,
    },
    {
      key: 'reviewAt',
      title: t('Review'),
      sort: 'reviewAt',
      width: 98,
      card: 'none',
      render: ({ reviewDueAt }) => <When at={reviewDueAt} show="day" />,
    },
    {
      key: 'updatedAt',
      title: t('Changed'),
      sort: 'updatedAt',
      width: 98,
      hidden: true,
      card: 'none',
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ]
}

function Title({ risk, t }: { readonly risk: Risk; readonly t: Translate }) {
  const marks = [
    risk.aboveAppetite && t('above appetite'),
    risk.acceptance?.status === 'reopened' && t('acceptance reopened'),
    risk.reviewOverdue && t('review overdue'),
    risk.overdueActionCount > 0 && t('{{count}} actions overdue', { count: risk.overdueActionCount }),
    risk.outdatedMethodology && t('older methodology'),
  ].filter((mark) => mark !== false)
  return (
    <>
      <PageLink to={paths.risk} params={{ number: risk.number }} className={classes.rowTitle}>
        {risk.title}
      </PageLink>
      {marks.length > 0 && (
        <div className={classes.marks}>
          {marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </div>
      )}
    </>
  )
}
