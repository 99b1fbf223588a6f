import { actionRef } from '@sinew/core/explanation/people-ref.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { actionsFromQuery } from './what-if-queries.ts'

/** What was planned from a what-if, and how far that is. */
export function PlannedActions({ whatIfId, count }: { readonly whatIfId: string; readonly count: number }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...actionsFromQuery(useOrganizationApi(), whatIfId), enabled: count > 0 })
  if (count === 0 || data === undefined) return null
  return (
    <Panel title={t('Planned from it')}>
      <ObjectRows
        rows={data.items.map(({ id, number, title, ownerName, dueAt, status, riskTitle }) => ({
          id,
          reference: actionRef(number),
          title: (
            <PageLink to={paths.action} params={{ number }}>
              {title}
            </PageLink>
          ),
          note: `${riskTitle}, ${ownerName ?? t('nobody named')}`,
          detail: status === 'open' ? <When at={dueAt} /> : t(status),
        }))}
      />
    </Panel>
  )
}
