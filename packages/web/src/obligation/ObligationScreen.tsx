import { SimpleGrid } from '@mantine/core'
import type { Obligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { obligationRef } from '@sinew/core/explanation/people-ref.ts'
import { complianceWords } from '@sinew/core/obligation/compliance.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Facts } from '../ui/Facts.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { ObligationControls } from './ObligationControls.tsx'
import { ObligationRemoval } from './ObligationRemoval.tsx'
import { obligationQuery } from './obligation-queries.ts'
import { kindWords, proofOfStatus } from './obligation-words.ts'

const ObligationReviews = later(async () => (await import('./ObligationReviews.tsx')).ObligationReviews)
const LinkedHere = later(async () => (await import('../register/LinkedHere.tsx')).LinkedHere)
const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)

const EditObligation = later(async () => (await import('./EditObligation.tsx')).EditObligation)

const route = getRouteApi('/o/$slug/obligations/$number')

export function Screen() {
  const { obligationId } = route.useLoaderData()
  return <ObligationPage key={obligationId} obligationId={obligationId} />
}

function ObligationPage({ obligationId }: { readonly obligationId: string }) {
  const { t } = useTranslation()
  const obligation = useSuspenseQuery(obligationQuery(useOrganizationApi(), obligationId)).data
  const may = useMay('obligation:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="obligations" to={paths.obligations}>
            {t('Obligations')}
          </PageLink>,
        ]}
        noun="obligation"
        reference={obligationRef(obligation.number)}
        title={obligation.title}
        chips={
          <>
            <Chip>{t(kindWords[obligation.kind])}</Chip>
            <ProofChip kind={proofOfStatus[obligation.status]} text={t(complianceWords[obligation.status])} />
          </>
        }
        sentence={<Sentence obligation={obligation} />}
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
        actions={<ObligationRemoval obligation={obligation} />}
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Panel title={t('What is owed')}>
            <Facts
              facts={{
                [t('What it asks')]: obligation.requirement || t('Not written down yet'),
                [t('Towards whom')]: obligation.party,
                [t('Where it says so')]: obligation.source,
                [t('Owner')]: obligation.ownerName ?? t('Nobody yet'),
                [t('Tell of incidents within')]:
                  obligation.notifyHours && t('{{hours}} hours', { hours: obligation.notifyHours }),
                [t('Review every')]:
                  obligation.reviewEveryMonths && t('{{months}} months', { months: obligation.reviewEveryMonths }),
                [t('Next review')]: obligation.reviewAt && <When at={obligation.reviewAt} show="both" />,
              }}
            />
          </Panel>
          <ObligationControls obligation={obligation} />
        </SimpleGrid>
        <ObligationReviews obligationId={obligationId} />
        <LinkedHere entity="obligation" entityId={obligationId} />
        <CitedHere entity="obligation" entityId={obligationId} />
        <CommentsAndHistory entity="obligation" entityId={obligationId} />
      </PageSections>
      {isEditing && <EditObligation obligation={obligation} onClose={() => edit(false)} />}
    </>
  )
}

const tones: Readonly<Record<Obligation['status'], Tone>> = {
  compliant: 'good',
  claimed: 'watch',
  partly: 'watch',
  not_known: 'watch',
  not_compliant: 'bad',
}

function Sentence({ obligation: { controls, status, sentence } }: { readonly obligation: Obligation }) {
  const { t } = useTranslation()
  const excluded = controls.filter(({ applicable }) => !applicable).map(({ ref }) => ref)
  if (excluded.length > 0) {
    return (
      <StatusSentence tone="bad">
        {t('{{refs}} is left out of the Statement of Applicability although this needs it.', {
          refs: excluded.join(', '),
        })}
      </StatusSentence>
    )
  }
  return <StatusSentence tone={tones[status]}>{sentence}</StatusSentence>
}
