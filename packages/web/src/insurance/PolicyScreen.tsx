import { SimpleGrid } from '@mantine/core'
import { deletePolicy, type Policy } from '@sinew/contract/insurance/insurance-contract.ts'
import { policyRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { policyQuery } from './insurance-queries.ts'

const PolicyDrawer = later(async () => (await import('./PolicyDrawer.tsx')).PolicyDrawer)
const PolicyWorth = later(async () => (await import('./PolicyWorth.tsx')).PolicyWorth)

const route = getRouteApi('/o/$slug/insurance/$number')

/** One policy: its terms, what it would pay, its history. */
export function Screen() {
  const { t } = useTranslation()
  const go = useGo()
  const { policyId } = route.useLoaderData()
  const policy = useSuspenseQuery(policyQuery(useOrganizationApi(), policyId)).data
  const may = useMay('risk:write')
  const mayDelete = useMay('risk:delete')
  const remove = useOrganizationWrite(deletePolicy, { onDone: () => go(paths.insurance) })
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="insurance" to={paths.insurance}>
            {t('Insurance')}
          </PageLink>,
        ]}
        noun="insurance"
        reference={policyRef(policy.number)}
        title={policy.name}
        sentence={
          <StatusSentence tone={policy.inForce ? 'calm' : 'watch'}>
            {policy.inForce ? t('In force until') : t('Not in force: it counts for nothing. It ran until')}{' '}
            <When at={policy.validUntil} show="both" />
          </StatusSentence>
        }
        actions={
          <ConfirmInline
            variant="subtle"
            color="gray"
            question={t('Remove this policy? The ledger keeps it.')}
            confirm={t('Remove')}
            refusals={mayDelete}
            isPending={remove.isPending}
            onConfirm={() => void remove.send({ params: { policyId }, version: policy.version })}
          >
            {t('Remove')}
          </ConfirmInline>
        }
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
      />
      <PageSections>
        <ProblemPanel problem={remove.problem} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Terms policy={policy} />
          <PolicyWorth policy={policy} />
        </SimpleGrid>
        <CommentsAndHistory entity="insurance_policy" entityId={policyId} />
      </PageSections>
      {isEditing && <PolicyDrawer policy={policy} onClose={() => edit(false)} />}
    </>
  )
}

function Terms({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  return (
    <Panel title={t('Terms')}>
      <Facts
        facts={{
          [t('Insurer')]: policy.insurer,
          [t('Pays for')]: policy.per === 'event' ? t('Each event') : t('The whole year'),
          [t('Covered risks')]:
            policy.riskIds === null ? t('All of them') : t('{{count}} risks', { count: policy.riskIds.length }),
          [t('Deductible')]: money(policy.deductibleMinor),
          [t('Limit')]: money(policy.limitMinor),
          [t('Premium a year')]: money(policy.premiumMinor),
          [t('From')]: <When at={policy.validFrom} show="day" />,
          [t('Until')]: <When at={policy.validUntil} show="day" />,
          [t('Note')]: policy.note,
        }}
      />
    </Panel>
  )
}
