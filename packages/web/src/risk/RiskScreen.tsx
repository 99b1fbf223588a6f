import { SimpleGrid, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { later } from '../ui/later.ts'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { EstimatePanel } from './EstimatePanel.tsx'
import { FourStates } from './FourStates.tsx'
import { priceDraft, type RiskDraft } from './price-draft.ts'
import { RiskBowTie } from './RiskBowTie.tsx'
import { RiskHeader } from './RiskHeader.tsx'
import { methodologyQuery, riskQuery } from './risk-queries.ts'
import { ScenarioPanel } from './ScenarioPanel.tsx'

// Below what a page opens for; it comes when the rest is there.
const RiskOccurrencesPanel = later(
  async () => (await import('../back-test/RiskOccurrencesPanel.tsx')).RiskOccurrencesPanel,
)
const AcceptancePanel = later(async () => (await import('../acceptance/AcceptancePanel.tsx')).AcceptancePanel)
const ControlLinksPanel = later(async () => (await import('../treatment/ControlLinksPanel.tsx')).ControlLinksPanel)
const TreatmentPanel = later(async () => (await import('./TreatmentPanel.tsx')).TreatmentPanel)
const MovementList = later(async () => (await import('../movement/MovementList.tsx')).MovementList)
const LinkedHere = later(async () => (await import('../register/LinkedHere.tsx')).LinkedHere)
const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)
const ActionsPanel = later(async () => (await import('../treatment/ActionsPanel.tsx')).ActionsPanel)
const EstimatorsPanel = later(async () => (await import('../estimate/EstimatorsPanel.tsx')).EstimatorsPanel)

const route = getRouteApi('/o/$slug/risks/$number')

export function Screen() {
  const { riskId } = route.useLoaderData()
  return <RiskPage key={riskId} riskId={riskId} />
}

function RiskPage({ riskId }: { readonly riskId: string }) {
  const api = useOrganizationApi()
  const risk = useSuspenseQuery(riskQuery(api, riskId)).data
  const { content: methodology } = useSuspenseQuery(methodologyQuery(api)).data
  // Figures being tried out in the estimate editor: the whole page shows what they would lead to.
  const [draft, setDraft] = useState<RiskDraft | null>(null)
  const saved = priceDraft(risk, risk, methodology)
  const tried = draft === null ? null : priceDraft(risk, draft, methodology)
  return (
    <>
      <RiskHeader risk={risk} states={saved} />
      <PageSections>
        <FourStates risk={risk} saved={saved} tried={tried} isTrying={draft !== null} />
        <RiskBowTie risk={risk} saved={saved} tried={tried} isTrying={draft !== null} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <div id="estimate">
            <EstimatePanel
              risk={risk}
              methodology={methodology}
              draft={draft}
              onDraft={setDraft}
              saved={saved}
              tried={tried}
            />
          </div>
          <Stack gap="lg">
            <ScenarioPanel risk={risk} />
            <EstimatorsPanel
              risk={risk}
              onTakeOver={({ frequency, lossMinor, note, basis }) => {
                setDraft({ frequency, lossMinor, lossCapMinor: risk.lossCapMinor, takenOver: { note, basis } })
                document.getElementById('estimate')?.scrollIntoView({ behavior: 'smooth' })
              }}
            />
          </Stack>
        </SimpleGrid>
        <ControlLinksPanel risk={risk} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Stack gap="lg">
            <TreatmentPanel risk={risk} />
            <ActionsPanel risk={risk} />
          </Stack>
          <AcceptancePanel risk={risk} states={saved} methodology={methodology} />
        </SimpleGrid>
        <RiskOccurrencesPanel risk={risk} />
        <MovementList entity="risk" entityId={riskId} />
        <LinkedHere entity="risk" entityId={riskId} />
        <CitedHere entity="risk" entityId={riskId} />
        <CommentsAndHistory entity="risk" entityId={riskId} />
      </PageSections>
    </>
  )
}
