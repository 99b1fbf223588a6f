import { planTasks } from '@sinew/contract/certification/certification-contract.ts'
import { getCertificationForecast, makeCertificationPlan } from '@sinew/contract/certification/cycle-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { loadedRegister } from '../register/load-registers.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ForecastSentence } from './ForecastSentence.tsx'
import { PlanGantt } from './PlanGantt.tsx'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)

/** The plan to the certificate: tasks on a line of time, what is critical, and when it will be done. */
export function PlanPanel({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const may = useMay('certification:write')
  const write = useOrganizationWrite(makeCertificationPlan)
  const [editing, edit] = useState<AnyRecord | 'new' | null>(null)
  const params = { certificationId: record.id }
  const plan = useQuery(api.query(getCertificationForecast, { params })).data
  const query = { certificationId: record.id, pageSize: 200, sort: 'number' } as const
  const tasks = useQuery(api.query(planTasks.list, { query })).data?.items ?? []
  const contract = loadedRegister('plan_task')
  if (plan === undefined) return null
  const open = (ref: string) => {
    const task = tasks.find(({ number }) => `PT-${number}` === ref)
    if (task !== undefined) edit(task as unknown as AnyRecord)
  }
  return (
    <Panel
      title={t('Plan to the certificate')}
      hint={plan.forecast === null ? undefined : <ForecastSentence plan={plan} />}
      actions={
        <ActionButton size="xs" variant="default" refusals={may} onClick={() => edit('new')}>
          {t('Add a task')}
        </ActionButton>
      }
    >
      <ProblemPanel problem={write.problem} />
      {plan.forecast === null ? (
        <EmptyState
          noun="certification"
          title={t('No plan yet')}
          action={
            <ActionButton
              refusals={may}
              loading={write.isPending}
              onClick={() => void write.send({ params: { certificationId: record.id } })}
            >
              {t('Make the usual plan')}
            </ActionButton>
          }
        >
          {t(planTasks.register.words.empty)}
        </EmptyState>
      ) : (
        <PlanGantt plan={plan} onOpen={may.length === 0 ? open : undefined} />
      )}
      {editing !== null && contract !== undefined && (
        <RecordEditor
          contract={contract}
          {...(editing === 'new' ? { given: { certificationId: record.id } } : { record: editing })}
          onClose={() => edit(null)}
        />
      )}
    </Panel>
  )
}
