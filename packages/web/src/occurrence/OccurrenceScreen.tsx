import { Button } from '@mantine/core'
import {
  deleteOccurrence,
  getOccurrence,
  type Occurrence,
  updateOccurrence,
} from '@sinew/contract/occurrence/occurrence-contract.ts'
import { occurrenceRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Facts } from '../ui/Facts.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { OccurrenceFields, occurrenceValues, toBody } from './OccurrenceFields.tsx'
import { occurrenceQuery } from './occurrence-queries.ts'
import { kindWords } from './occurrence-words.ts'

const LinkedHere = later(async () => (await import('../register/LinkedHere.tsx')).LinkedHere)

const route = getRouteApi('/o/$slug/occurrences/$number')

export function Screen() {
  const { occurrenceId } = route.useLoaderData()
  return <OccurrencePage key={occurrenceId} occurrenceId={occurrenceId} />
}

function OccurrencePage({ occurrenceId }: { readonly occurrenceId: string }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const one = useSuspenseQuery(occurrenceQuery(useOrganizationApi(), occurrenceId)).data
  const may = useMay('occurrence:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="occurrences" to={paths.occurrences}>
            {t('Occurrences')}
          </PageLink>,
        ]}
        noun="occurrence"
        reference={occurrenceRef(one.number)}
        title={one.title}
        chips={<Chip look={one.kind === 'loss' ? 'strong' : 'quiet'}>{t(kindWords[one.kind])}</Chip>}
        sentence={<Sentence one={one} />}
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Correct')}
          </ActionButton>
        }
        actions={<Removal one={one} />}
      />
      <PageSections>
        <Panel title={t('What happened')}>
          <Facts
            facts={{
              [t('Risk')]: (
                <PageLink to={paths.risk} params={{ number: one.riskNumber }}>
                  {riskRef(one.riskNumber)} {one.riskTitle}
                </PageLink>
              ),
              [t('On')]: <When at={one.occurredAt} show="both" />,
              [t('Came to light on')]: one.discoveredAt !== one.occurredAt && (
                <When at={one.discoveredAt} show="both" />
              ),
              [t('What it cost')]:
                one.kind === 'loss' &&
                (one.lossMinor === null ? t('Not known yet') : <Money minor={one.lossMinor} currency={currency} />),
              [t('Note')]: one.note,
              [t('Known from')]: one.source && <RefText>{one.source}</RefText>,
              [t('Taken over from')]: one.externalRef && <RefText>{one.externalRef}</RefText>,
              [t('Reported by')]: one.reportedByName,
            }}
          />
        </Panel>
        <LinkedHere entity="risk_occurrence" entityId={occurrenceId} />
        <CommentsAndHistory entity="risk_occurrence" entityId={occurrenceId} />
      </PageSections>
      {isEditing && <EditOccurrence one={one} onClose={() => edit(false)} />}
    </>
  )
}

function Sentence({ one: { kind, lossMinor } }: { readonly one: Occurrence }) {
  const { t } = useTranslation()
  if (kind === 'near_miss') {
    return (
      <StatusSentence tone="calm">{t('It nearly happened: to learn from, and no event in the count.')}</StatusSentence>
    )
  }
  if (lossMinor === null) {
    return <StatusSentence tone="watch">{t('What it cost is not known yet. Add it here once it is.')}</StatusSentence>
  }
  return <StatusSentence tone="calm">{t('It counts against the forecast of its risk.')}</StatusSentence>
}

function EditOccurrence({ one, onClose }: { readonly one: Occurrence; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  return (
    <RecordDrawer
      title={t('Correct what is recorded')}
      route={updateOccurrence}
      params={{ occurrenceId: one.id }}
      values={occurrenceValues(one)}
      toBody={toBody}
      existing={{
        version: one.version,
        fresh: async () => {
          const theirs = await apiClient.call(getOccurrence, { params: { organizationId, occurrenceId: one.id } })
          return { version: theirs.version, values: occurrenceValues(theirs) }
        },
        labels: {
          riskId: t('Risk'),
          kind: t('Kind'),
          title: t('What happened'),
          note: t('Note'),
          occurredAt: t('On'),
          discoveredAt: t('Came to light on'),
          lossMinor: t('What it cost'),
          source: t('Known from'),
          reason: t('Why'),
        },
        shown: (field, value) => (field === 'kind' ? t(kindWords[value as Occurrence['kind']]) : undefined),
      }}
      onClose={onClose}
    >
      {(form) => <OccurrenceFields form={form} isCorrection />}
    </RecordDrawer>
  )
}

function Removal({ one }: { readonly one: Occurrence }) {
  const { t } = useTranslation()
  const go = useGo()
  const write = useOrganizationWrite(deleteOccurrence, { onDone: () => go(paths.occurrences) })
  const [reason, setReason] = useState('')
  return (
    <AskButton
      label={t('Remove')}
      size="sm"
      variant="subtle"
      color="gray"
      refusals={useMay('occurrence:delete')}
      width={340}
    >
      <ReasonInput label={t('Why was it none?')} placeholder={t('Entered twice')} value={reason} onChange={setReason} />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        color="red"
        disabled={reason.trim().length < 3}
        loading={write.isPending}
        onClick={() => void write.send({ params: { occurrenceId: one.id }, version: one.version, query: { reason } })}
      >
        {t('Remove; the ledger keeps it')}
      </Button>
    </AskButton>
  )
}
