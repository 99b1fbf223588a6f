import { Stack } from '@mantine/core'
import { getIncidentReport } from '@sinew/contract/incident/incident-contract.ts'
import { registerRef } from '@sinew/core/register/register.ts'
import { headOf } from '@sinew/core/register/register-heads.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { riskBackTestQuery } from '../back-test/back-test-queries.ts'
import { RateProposalPanel } from '../back-test/RateProposalPanel.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { RaiseNonconformity } from '../nonconformity/RaiseNonconformity.tsx'
import { raisedFromIncident } from '../nonconformity/raised-from.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { riskQuery } from '../risk/risk-queries.ts'
import { Panel } from '../ui/Panel.tsx'
import { PaperButtons } from '../ui/PaperButtons.tsx'
import classes from './incident.module.css'
import { confirmedRisksQuery, failedControlsQuery } from './incident-queries.ts'

/** What an incident says about the estimates of the risks that came true, and about the controls that failed. */
export function ConsequencesPanel({ record }: { readonly record: AnyRecord }) {
  const incidentId = record.id
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const confirmed = useQuery(confirmedRisksQuery(api, incidentId)).data?.items ?? []
  const controls = useQuery(failedControlsQuery(api, incidentId)).data?.items ?? []
  const failed = controls.flatMap(({ outcome, control }) =>
    outcome === 'held' || control === null ? [] : [control.ref],
  )
  const nothing = confirmed.length + failed.length === 0
  return (
    <Panel
      title={t('What follows from it')}
      hint={t('An occurrence is held against the forecast; the owner of the risk decides on the estimate.')}
      actions={
        <>
          <PaperButtons
            urlOf={(format) => api.url(getIncidentReport, { params: { incidentId }, query: { format } })}
            words={{ pdf: t('Report as PDF'), docx: t('Report as Word document') }}
          />
          <RaiseNonconformity
            size="xs"
            from={{ entity: 'incident', id: incidentId, reference: registerRef(headOf('incident'), record.number) }}
            suggested={raisedFromIncident(record, failed)}
          />
        </>
      }
    >
      <Stack gap="md">
        {nothing && (
          <p className={classes.quiet}>
            {t('Say above which risks came true and which controls failed: what follows from it stands here then.')}
          </p>
        )}
        {confirmed.map(({ id, riskId }) => (
          <OfRisk key={id} riskId={riskId} />
        ))}
        {failed.length > 0 && (
          <p className={classes.quiet}>
            <RefText>
              {t('{{names}} did not do what it should: correct it, find the cause, and check later that it works.', {
                names: failed.join(', '),
              })}
            </RefText>
          </p>
        )}
      </Stack>
    </Panel>
  )
}

function OfRisk({ riskId }: { readonly riskId: string }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const risk = useQuery(riskQuery(api, riskId)).data
  const test = useQuery(riskBackTestQuery(api, riskId)).data
  if (risk === undefined || test === undefined) return null
  const dismissed = test.updates.find(
    ({ decision, pinned }) => decision === 'dismissed' && pinned.key === test.proposal?.key,
  )
  return (
    <section>
      <PageLink to={paths.risk} params={{ number: risk.number }}>
        {`R-${risk.number} ${risk.title}`}
      </PageLink>
      {test.proposal === null ? (
        <p className={classes.quiet}>{t('What is recorded fits the estimate: no update follows.')}</p>
      ) : (
        <RateProposalPanel risk={risk} proposal={test.proposal} dismissed={dismissed} />
      )}
    </section>
  )
}
