import { Group, Stack } from '@mantine/core'
import { auditChecks } from '@sinew/contract/audit/audit-contract.ts'
import { getAuditReport, makeAuditChecklist } from '@sinew/contract/audit/audit-work-contract.ts'
import { reportedStates } from '@sinew/core/audit/audit-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { EvidenceRoomButton } from '../evidence-room/EvidenceRoomButton.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PaperButtons } from '../ui/PaperButtons.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ChecklistTable } from './ChecklistTable.tsx'

const mostShown = 200

/** The evidence of an audit ends with its last day, or today while that is to come. */
const lastDayOf = ({ endsAt }: AnyRecord): string | undefined =>
  typeof endsAt === 'string' && Date.parse(endsAt) < Date.now() ? endsAt : undefined

/** The checklist of an audit, and its report to take away. */
export function AuditPanels({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const isReported = reportedStates.includes(String(record.state))
  const may = [
    ...useMay('audit:write'),
    ...(isReported ? refuse('reported', t('The audit is reported: its checklist stays as it is.')) : []),
  ]
  const write = useOrganizationWrite(makeAuditChecklist)
  const query = { auditId: record.id, pageSize: mostShown, sort: 'number' } as const
  const checks = useQuery(api.query(auditChecks.list, { query })).data
  const reportUrl = (format: 'pdf' | 'docx') =>
    api.url(getAuditReport, { params: { auditId: record.id }, query: { format } })
  return (
    <Stack gap="lg">
      <Panel
        title={t('Report')}
        hint={
          isReported
            ? t('What was reported does not change any more.')
            : t('Until it is reported, the report is marked as a draft.')
        }
      >
        <Group gap="xs">
          <PaperButtons urlOf={reportUrl} words={{ pdf: t('Report as PDF'), docx: t('Report as Word document') }} />
          <EvidenceRoomButton auditId={record.id} until={lastDayOf(record)} />
        </Group>
      </Panel>
      <Panel
        title={t('Checklist')}
        standing={checks?.total || undefined}
        flush
        actions={
          <ActionButton
            size="xs"
            variant="default"
            refusals={may}
            loading={write.isPending}
            onClick={() => void write.send({ params: { auditId: record.id } })}
          >
            {t('Make it of the scope')}
          </ActionButton>
        }
      >
        <ProblemPanel problem={write.problem} />
        {checks !== undefined && checks.total === 0 ? (
          <EmptyState noun="audit" title={t('No questions yet')}>
            {t(auditChecks.register.words.empty)}
          </EmptyState>
        ) : (
          <ChecklistTable checks={checks?.items ?? []} total={checks?.total ?? 0} may={may} />
        )}
      </Panel>
    </Stack>
  )
}
