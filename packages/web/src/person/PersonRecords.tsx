import { checklistRuns, competenceProofs, courseAssignments } from '@sinew/contract/training/training-contract.ts'
import { assignmentStandings } from '@sinew/core/training/training-registers.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'

/** What somebody was taught, is able to do, and what is under way for joining or leaving. */
export function PersonRecords({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const query = { personId, pageSize: 50 }
  const courses = useQuery(api.query(courseAssignments.list, { query })).data?.items ?? []
  const proofs = useQuery(api.query(competenceProofs.list, { query })).data?.items ?? []
  const runs = useQuery(api.query(checklistRuns.list, { query })).data?.items ?? []
  if (courses.length + proofs.length + runs.length === 0) return null
  const rows = [
    ...runs.map((run) => ({
      id: run.id,
      register: 'checklist-runs',
      number: run.number,
      title: run.title,
      note: run.state === 'done' ? t('Done') : t('{{count}} steps are open', { count: run.openSteps ?? 0 }),
    })),
    ...courses.map((one) => ({
      id: one.id,
      register: 'course-assignments',
      number: one.number,
      title: one.title,
      note: (
        <>
          {t(assignmentStandings[one.standing])} · <When at={one.completedAt ?? one.dueAt} show="day" />
        </>
      ),
    })),
    ...proofs.map((one) => ({
      id: one.id,
      register: 'competence-proofs',
      number: one.number,
      title: `${one.competence?.name ?? ''}: ${one.title}`,
      note: <When at={one.provenAt} show="day" />,
    })),
  ]
  return (
    <Panel title={t('Training, competence, joining and leaving')}>
      <ObjectRows
        rows={rows.map(({ id, register, number, title, note }) => ({
          id,
          title: (
            <PageLink to={paths.registered} params={{ register, number }}>
              {title}
            </PageLink>
          ),
          note,
        }))}
      />
    </Panel>
  )
}
