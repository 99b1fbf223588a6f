import type { Action } from '@sinew/contract/treatment/action-contract.ts'
import { actionRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import { Worth } from '../ui/Worth.tsx'
import { ActionSteps } from './ActionSteps.tsx'
import classes from './treatment.module.css'

export function actionColumns(t: Translate, currency: string): readonly ListColumn<Action>[] {
  return [
    {
      key: 'number',
      title: t('Ref'),
      sort: 'number',
      width: 62,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span className={classes.due}>{actionRef(number)}</span>,
    },
    {
      key: 'title',
      title: t('Action'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title, controlRef }) => (
        <span className={classes.linkName}>
          <PageLink to={paths.action} params={{ number }} inherit>
            {title}
          </PageLink>
          {controlRef && <small>{t('for {{control}}', { control: controlRef })}</small>}
        </span>
      ),
    },
    {
      key: 'risk',
      title: t('Risk'),
      sort: 'risk',
      width: 180,
      ellipsis: true,
      render: ({ riskNumber, riskTitle }) => (
        <PageLink to={paths.risk} params={{ number: riskNumber }} inherit>
          {riskRef(riskNumber)} {riskTitle}
        </PageLink>
      ),
    },
    {
      key: 'owner',
      title: t('Who'),
      sort: 'owner',
      width: 115,
      ellipsis: true,
      render: ({ ownerName }) => ownerName ?? '–',
    },
    {
      key: 'dueAt',
      title: t('Due'),
      sort: 'dueAt',
      width: 130,
      card: 'corner',
      render: (action) => (
        <span className={action.overdue ? classes.overdue : undefined}>
          {action.overdue && `${t('overdue')}, `}
          <When at={action.dueAt} show={action.status === 'open' ? 'relative' : 'day'} />
        </span>
      ),
    },
    { key: 'status', title: t('Status'), sort: 'status', width: 78, render: ({ status }) => t(status) },
    {
      key: 'cost',
      title: t('Cost'),
      sort: 'cost',
      width: 76,
      align: 'right',
      render: ({ costMinor }) => (costMinor === null ? '–' : <Money minor={costMinor} currency={currency} />),
    },
    {
      key: 'worth',
      title: t('Brings a year'),
      sort: 'worth',
      width: 104,
      align: 'right',
      render: ({ worthMinor }) => <Worth minor={worthMinor} currency={currency} />,
    },
    {
      key: 'steps',
      title: t('Steps'),
      width: 122,
      align: 'right',
      render: (action) => <ActionSteps action={action} />,
    },
  ]
}
