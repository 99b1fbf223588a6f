import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { EvidenceListItem } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths, pathTo } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Timeline, type TimelineSpan } from '../ui/chart/Timeline.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { Panel } from '../ui/Panel.tsx'
import { evidenceOfControlQuery } from './control-queries.ts'

const backMs = 400 * dayMs
const aheadMs = 120 * dayMs

/** Each need's pieces over the past year, with how long each of them proves. */
export function EvidenceTimeline({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const go = useGo()
  const now = useNow()
  const { slug } = useOrganization()
  const { items, total } = useSuspenseQuery(evidenceOfControlQuery(useOrganizationApi(), control.id)).data
  const oldest = Math.min(now, ...items.map(({ collectedAt }) => Date.parse(collectedAt)))
  const from = Math.max(now - backMs, Math.min(oldest - 15 * dayMs, now - 90 * dayMs))
  const shown = items.filter((piece) => Date.parse(piece.collectedAt) >= from)
  const rows = control.needs.map((need) => ({
    id: need.id,
    label: need.title,
    spans: shown
      .filter(({ needIds }) => needIds.includes(need.id))
      .map((piece) => spanOf(piece, need.cadenceDays, slug)),
  }))
  return (
    <Panel
      title={t('Evidence')}
      standing={total || undefined}
      hint={t('Each piece where it was collected, and how long it proves. Holes are what nobody can show.')}
      actions={
        total > 0 && (
          <PageLink to={paths.evidence} search={{ controlId: control.id }} size="sm">
            {t('All {{count}} pieces', { count: total })}
          </PageLink>
        )
      }
    >
      {total === 0 ? (
        <EmptyState noun="evidence" title={t('Nothing proves it yet')}>
          {t('Add a dated file, link or note, or let a collector report. Until then everything here is only claimed.')}
        </EmptyState>
      ) : (
        <Timeline
          label={t('Evidence of {{ref}}', { ref: control.ref })}
          rows={rows}
          from={from}
          to={now + aheadMs}
          onOpen={(id) => {
            const piece = items.find((one) => one.id === id)
            if (piece) go(paths.evidencePiece, { number: piece.number })
          }}
        />
      )}
    </Panel>
  )
}

function spanOf(piece: EvidenceListItem, cadenceDays: number, slug: string): TimelineSpan {
  const at = Date.parse(piece.collectedAt)
  const byCadence = at + cadenceDays * dayMs
  const until = piece.validUntil === null ? byCadence : Math.min(byCadence, Date.parse(piece.validUntil))
  return {
    id: piece.id,
    label: `${evidenceRef(piece.number)} ${piece.title}`,
    at,
    until: piece.provenance === 'generated' ? null : until,
    kind: kindOf(piece),
    href: pathTo(paths.evidencePiece, { slug, number: piece.number }),
  }
}

function kindOf({ state, result }: EvidenceListItem): TimelineSpan['kind'] {
  if (state !== 'active') return 'withdrawn'
  if (result.kind === 'fail') return 'failing'
  return result.kind === 'k_of_n' && result.passed < result.expected ? 'failing' : 'proven'
}
