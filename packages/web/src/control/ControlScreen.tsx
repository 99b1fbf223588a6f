import { SimpleGrid } from '@mantine/core'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { MovementList } from '../movement/MovementList.tsx'
import { LinkedHere } from '../register/LinkedHere.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { ControlRemoval } from './ControlRemoval.tsx'
import { controlQuery } from './control-queries.ts'
import { controlSentence, worstNeed } from './control-sentence.ts'
import { themeWords } from './control-words.ts'
import { EvidenceTimeline } from './EvidenceTimeline.tsx'
import { InPlacePanel } from './InPlacePanel.tsx'
import { NeedsPanel } from './NeedsPanel.tsx'
import { ServedPanels } from './ServedPanels.tsx'
import { StandardPanel } from './StandardPanel.tsx'
import { StandingPanel } from './StandingPanel.tsx'
import { WorthPanel } from './WorthPanel.tsx'

const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)

const EditControl = later(async () => (await import('./EditControl.tsx')).EditControl)

const route = getRouteApi('/o/$slug/controls/$controlRef')

export function Screen() {
  const { controlId } = route.useLoaderData()
  return <ControlPage key={controlId} controlId={controlId} />
}

function ControlPage({ controlId }: { readonly controlId: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const api = useOrganizationApi()
  const control = useSuspenseQuery(controlQuery(api, controlId)).data
  const mayProve = useMay('evidence:write')
  const mayEdit = useMay('control:write')
  const [isEditing, edit] = useState(false)
  const { tone, text } = controlSentence(control, t)
  const need = worstNeed(control)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="controls" to={paths.controls}>
            {t('Controls')}
          </PageLink>,
        ]}
        noun="control"
        reference={control.ref}
        title={control.title}
        chips={
          <>
            <ProofChip kind={control.proof} />
            <Chip>{t(themeWords[control.theme])}</Chip>
            {control.source === 'own' && <Chip look="strong">{t('our own')}</Chip>}
          </>
        }
        sentence={<StatusSentence tone={tone}>{text}</StatusSentence>}
        actions={
          <>
            <ControlRemoval control={control} />
            <ActionButton variant="default" refusals={mayEdit} onClick={() => edit(true)}>
              {t('Edit')}
            </ActionButton>
          </>
        }
        next={
          <ActionButton
            refusals={mayProve}
            onClick={() => go(paths.newEvidence, {}, { control: control.ref, ...(need ? { need: need.id } : {}) })}
          >
            {t('Add evidence')}
          </ActionButton>
        }
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <StandingPanel control={control} />
          <InPlacePanel control={control} onEdit={() => edit(true)} />
        </SimpleGrid>
        <WorthPanel control={control} onEdit={() => edit(true)} />
        <NeedsPanel control={control} />
        {api.mayAsk(listEvidence) && <EvidenceTimeline control={control} />}
        <ServedPanels control={control} />
        <MovementList entity="control" entityId={controlId} />
        <StandardPanel control={control} />
        <LinkedHere entity="control" entityId={controlId} />
        <CitedHere entity="control" entityId={controlId} />
        <CommentsAndHistory entity="control" entityId={controlId} />
      </PageSections>
      {isEditing && <EditControl control={control} onClose={() => edit(false)} />}
    </>
  )
}
