import { Stack } from '@mantine/core'
import { headOf } from '@sinew/core/register/register-heads.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { riskBackTestQuery } from '../back-test/back-test-queries.ts'
import { RateProposalPanel } from '../back-test/RateProposalPanel.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { riskQuery } from '../risk/risk-queries.ts'
import { Panel } from '../ui/Panel.tsx'
import classes from './incident.module.css'
import { confirmedRisksQuery, failedControlsQuery } from './incident-queries.ts'

/** What an incident says about the estimates of the risks that came true, and about the controls that failed. */
export function ConsequencesPanel({ record }: { readonly record: AnyRecord }) {
  const incidentId = record.id
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const confirmed = useQuery(confirmedRisksQuery(api, incidentId)).data?.items ?? []
  const controls = useQuery(failedControlsQuery(api, incidentId)).data?.items ?? []
  const failed = controls.filter(({ outcome }) => outcome !== 'held')
  if (confirmed.length + failed.length === 0) return null
  return (
    <Panel
      title={t('What follows from it')}
      hint={t('An occurrence is held against the forecast; the owner of the risk decides on the estimate.')}
    >
      <Stack gap="md">
        {confirmed.map(({ id, riskId }) => (
          <OfRisk key={id} riskId={riskId} />
        ))}
        {failed.length > 0 && <FailedControls names={failed.map(({ control }) => control?.ref ?? '')} />}
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

function FailedControls({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation()
  const nonconformities = headOf('nonconformity').plural
  return (
    <p className={classes.quiet}>
      {t('{{names}} did not do what it should: correct it, find the cause, and check later that it works.', {
        names: names.join(', '),
      })}{' '}
      {nonconformities !== undefined && (
        <PageLink to={paths.register} params={{ register: nonconformities }}>
          {t('Raise a nonconformity')}
        </PageLink>
      )}
    </p>
  )
}
