import { Stack } from '@mantine/core'
import { getCertificationCycle } from '@sinew/contract/certification/cycle-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { Facts } from '../ui/Facts.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { PlanPanel } from './PlanPanel.tsx'

/** The deadlines of a cycle, the clocks of the body's findings, the audit days, and the plan with its forecast. */
export function CertificationPanels({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const params = { certificationId: record.id }
  const cycle = useQuery(useOrganizationApi().query(getCertificationCycle, { params })).data
  if (cycle === undefined) return null
  const { deadlines, clocks, auditDays } = cycle
  const days = (count: number) => t('{{days}} days', { days: count })
  return (
    <Stack gap="lg">
      <PlanPanel record={record} />
      <Panel title={t('Deadlines')}>
        {deadlines.length === 0 && (
          <span style={{ color: 'var(--sn-ink-3)' }}>
            {t('They begin with stage 1, and with the decision of the body.')}
          </span>
        )}
        <ObjectRows
          rows={deadlines.map((one) => ({
            id: one.key,
            title: t(one.title),
            note: t(one.rule),
            detail: (
              <StatusSentence tone={one.state === 'late' ? 'bad' : one.alertDays === null ? 'calm' : 'watch'}>
                {one.state === 'done' ? t('Done') : <When at={one.dueAt} show="both" />}
                {one.state === 'open' &&
                  one.alertDays !== null &&
                  ` · ${t('within {{days}} days', { days: one.alertDays })}`}
              </StatusSentence>
            ),
          }))}
        />
      </Panel>
      {clocks.length > 0 && (
        <Panel title={t('Clocks of the body’s findings')}>
          <ObjectRows
            rows={clocks.map((one) => ({
              id: one.ref,
              reference: one.ref,
              title: <RefText>{one.title}</RefText>,
              note: t(one.rule),
              detail: (
                <StatusSentence tone={one.isMet ? 'good' : 'watch'}>
                  {one.isMet ? t('Met') : one.dueAt === null ? t('No term') : <When at={one.dueAt} show="both" />}
                </StatusSentence>
              ),
            }))}
          />
        </Panel>
      )}
      <Panel
        title={t('Audit days by the table')}
        hint={t('By the public table of the audit time, adjusted by at most 30 % with a reason; the body decides.')}
      >
        {auditDays === null ? (
          <span style={{ color: 'var(--sn-ink-3)' }}>
            {record.persons === null
              ? t('Say how many persons work under your control.')
              : t('The public table ends at 175 persons: ask the body.')}
          </span>
        ) : (
          <Facts
            facts={{
              [t('Stage 1 and 2 by the table')]: days(auditDays.gross),
              [t('As adjusted')]: days(auditDays.net),
              [t('Each surveillance, about')]: days(auditDays.surveillance),
              [t('Recertification, about')]: days(auditDays.recertification),
            }}
          />
        )}
      </Panel>
    </Stack>
  )
}
