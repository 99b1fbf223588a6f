import { SimpleGrid } from '@mantine/core'
import type { Action } from '@sinew/contract/treatment/action-contract.ts'
import { actionRef, riskRef, whatIfRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { LinkedHere } from '../register/LinkedHere.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { ActionForm } from './ActionForm.tsx'
import { ActionSteps } from './ActionSteps.tsx'
import { actionQuery } from './action-queries.ts'
import { DueDates } from './DueDates.tsx'

const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)

const route = getRouteApi('/o/$slug/treatment/$number')

export function Screen() {
  const { t } = useTranslation()
  const { actionId } = route.useLoaderData()
  const action = useSuspenseQuery(actionQuery(useOrganizationApi(), actionId)).data
  const may = useMay('risk:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="treatment" to={paths.treatment}>
            {t('Treatment')}
          </PageLink>,
          <PageLink key="risk" to={paths.risk} params={{ number: action.riskNumber }}>
            {riskRef(action.riskNumber)} {action.riskTitle}
          </PageLink>,
        ]}
        noun="treatment"
        reference={actionRef(action.number)}
        title={action.title}
        sentence={<Standing action={action} />}
        actions={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
        next={<ActionSteps action={action} leads />}
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Panel title={t('Action')}>
            {isEditing ? (
              <ActionForm riskId={action.riskId} action={action} onDone={() => edit(false)} />
            ) : (
              <ActionFacts action={action} />
            )}
          </Panel>
          <DueDates actionId={actionId} />
        </SimpleGrid>
        <LinkedHere entity="treatment_action" entityId={actionId} />
        <CitedHere entity="treatment_action" entityId={actionId} />
        <CommentsAndHistory entity="treatment_action" entityId={actionId} />
      </PageSections>
    </>
  )
}

function Standing({ action }: { readonly action: Action }) {
  const { t } = useTranslation()
  const { status, overdue } = action
  return (
    <StatusSentence tone={overdue ? 'bad' : status === 'open' && action.ownerName === null ? 'watch' : 'calm'}>
      {status === 'done' && t('Done.')}
      {status === 'cancelled' && t('Given up.')}
      {status === 'open' && (
        <>
          {overdue ? t('Overdue: it was due') : t('Due')} <When at={action.dueAt} />
          {action.ownerName === null ? `, ${t('and nobody is named for it.')}` : '.'}
        </>
      )}
    </StatusSentence>
  )
}

function ActionFacts({ action }: { readonly action: Action }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  return (
    <Facts
      facts={{
        [t('Who')]: action.ownerName ?? t('nobody named'),
        [t('By when')]: <When at={action.dueAt} show="both" />,
        [t('For control')]: action.controlRef && (
          <PageLink to={paths.control} params={{ controlRef: action.controlRef }} inherit>
            {action.controlRef} {action.controlTitle}
          </PageLink>
        ),
        [t('Planned from')]: action.whatIfNumber !== null && (
          <PageLink to={paths.savedWhatIf} params={{ number: action.whatIfNumber }} inherit>
            {whatIfRef(action.whatIfNumber)} {action.whatIfName}
          </PageLink>
        ),
        [t('Cost')]: action.costMinor !== null && <Money minor={action.costMinor} currency={currency} />,
        [t('Done')]: action.doneAt && <When at={action.doneAt} show="both" />,
        [t('Note')]: action.note,
      }}
    />
  )
}
