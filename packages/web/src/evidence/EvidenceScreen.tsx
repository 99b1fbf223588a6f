import { SimpleGrid, Stack } from '@mantine/core'
import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { MovementList } from '../movement/MovementList.tsx'
import { LinkedHere } from '../register/LinkedHere.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { EvidenceFacts } from './EvidenceFacts.tsx'
import { evidenceQuery } from './evidence-queries.ts'
import { reviewWords } from './evidence-words.ts'
import { PiecePreview } from './PiecePreview.tsx'
import { ResultChip } from './ResultChip.tsx'
import { ReviewPanel } from './ReviewPanel.tsx'
import { ServesPanel } from './ServesPanel.tsx'
import { WithdrawButton } from './WithdrawButton.tsx'

const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)

const route = getRouteApi('/o/$slug/evidence/$number')

export function Screen() {
  const { evidenceId } = route.useLoaderData()
  return <EvidencePage key={evidenceId} evidenceId={evidenceId} />
}

function EvidencePage({ evidenceId }: { readonly evidenceId: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const piece = useSuspenseQuery(evidenceQuery(useOrganizationApi(), evidenceId)).data
  const may = useMay('evidence:write')
  const { tone, text } = sentenceOf(piece, t)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="evidence" to={paths.evidence}>
            {t('Evidence')}
          </PageLink>,
        ]}
        noun="evidence"
        reference={evidenceRef(piece.number)}
        title={piece.title}
        chips={
          <>
            <ResultChip {...piece} />
            {piece.provenance !== 'observed' && <Chip look="quiet">{t(reviewWords[piece.reviewResult])}</Chip>}
          </>
        }
        sentence={<StatusSentence tone={tone}>{text}</StatusSentence>}
        actions={<WithdrawButton piece={piece} />}
        next={
          piece.provenance !== 'observed' && (
            <ActionButton refusals={may} onClick={() => go(paths.newEvidence, {}, { supersedes: piece.number })}>
              {t('Add a newer piece')}
            </ActionButton>
          )
        }
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <EvidenceFacts piece={piece} />
          <Stack gap="lg">
            <PiecePreview piece={piece} />
            {piece.provenance !== 'observed' && <ReviewPanel piece={piece} />}
          </Stack>
        </SimpleGrid>
        <ServesPanel piece={piece} />
        <MovementList entity="evidence" entityId={evidenceId} />
        <LinkedHere entity="evidence" entityId={evidenceId} />
        <CitedHere entity="evidence" entityId={evidenceId} />
        <CommentsAndHistory entity="evidence" entityId={evidenceId} />
      </PageSections>
    </>
  )
}

/** What has become of a piece, in one sentence. */
function sentenceOf(piece: Evidence, t: Translate): { readonly tone: Tone; readonly text: string } {
  const newest = piece.needs.filter(({ isNewest }) => isNewest)
  if (piece.state === 'withdrawn') return { tone: 'calm', text: t('Withdrawn: {{why}}', { why: piece.stateReason }) }
  if (piece.state === 'rejected') return { tone: 'bad', text: t('Rejected: {{why}}', { why: piece.reviewNote }) }
  if (piece.supersededBy) {
    const ref = evidenceRef(piece.supersededBy.number)
    return { tone: 'calm', text: t('{{ref}} took its place.', { ref }) }
  }
  if (piece.needs.length === 0) {
    return { tone: 'watch', text: t('It answers no need yet, so it proves nothing. Say below what it is for.') }
  }
  if (newest.length === 0) return { tone: 'calm', text: t('Newer pieces answer what it once answered.') }
  if (newest.some(({ freshness }) => freshness === 'stale')) {
    return { tone: 'watch', text: t('Too old for some of what it answers: it fades every day.') }
  }
  if (newest.some(({ freshness }) => freshness === 'due')) {
    return { tone: 'watch', text: t('It still counts fully; it should be renewed soon.') }
  }
  return { tone: 'good', text: t('It is fresh, and {{count}} needs rest on it.', { count: newest.length }) }
}
