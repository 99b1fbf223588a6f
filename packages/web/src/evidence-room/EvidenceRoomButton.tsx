import { TagsInput } from '@mantine/core'
import { exportEvidenceRoom, getEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import { refuseRoom } from '@sinew/core/evidence-room/room-limits.ts'
import { roomPeriod } from '@sinew/core/evidence-room/room-period.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { sizeText } from '../evidence/FileDrop.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Props = {
  /** Only what this audit looks at. */
  readonly auditId?: string
  /** An instant on the last day that is proposed; today when left out. */
  readonly until?: string
}

/** Takes the evidence of a period away as one file, with an index and hashes. */
export function EvidenceRoomButton(props: Props) {
  const { t } = useTranslation()
  return (
    <AskButton label={t('Evidence room')} refusals={[]} width={340}>
      <RoomForm {...props} />
    </AskButton>
  )
}

const dayOf = (instant: string | null): string | undefined => instant?.slice(0, 10)

function RoomForm({ auditId, until: proposed }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const [now] = useState(() => Date.parse(api.asOf ?? new Date().toISOString()))
  const usual = roomPeriod({ until: dayOf(proposed ?? null) }, now)
  const [from, since] = useState<string | null>(usual.from)
  const [until, to] = useState<string | null>(usual.until)
  const [controls, choose] = useState<string[]>([])
  const query = {
    from: dayOf(from),
    until: dayOf(until),
    ...(controls.length === 0 ? {} : { controls }),
    ...(auditId === undefined ? {} : { auditId }),
  }
  const {
    data: room,
    error,
    isFetching,
  } = useQuery({
    ...api.query(getEvidenceRoom, { query }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const refusals =
    room === undefined || error !== null ? refuse('unknown', t('Choose a period first.')) : refuseRoom(room)
  return (
    <>
      <p style={{ margin: 0, color: 'var(--sn-ink-3)', fontSize: '0.8125rem' }}>
        {auditId === undefined
          ? t('The evidence of a period as one ZIP file: index, files, statement of applicability and hashes.')
          : t('The evidence for the controls of this audit, and what its auditors named, as one ZIP file.')}
      </p>
      <DateField label={t('From')} value={from} onChange={since} />
      <DateField label={t('Until')} value={until} onChange={to} />
      <TagsInput
        label={t('Only these controls')}
        description={t('A.8.13, or A.8 for a whole theme; all when empty.')}
        value={controls}
        onChange={choose}
        splitChars={[',', ' ']}
        maxTags={20}
      />
      <ProblemPanel problem={error === null ? null : problemOf(error)} />
      {room !== undefined && error === null && (
        <p style={{ margin: 0, fontSize: '0.8125rem' }} aria-live="polite">
          {refusals[0]?.message ??
            t('Pieces: {{pieces}}, files: {{files}} ({{size}}), controls: {{controls}}.', {
              ...room,
              size: sizeText(room.bytes),
            })}{' '}
          {refusals.length === 0 &&
            room.unmetNeeds > 0 &&
            t('{{unmet}} of {{needs}} needs have nothing in this period; the index says so.', {
              unmet: room.unmetNeeds,
              needs: room.needs,
            })}
        </p>
      )}
      <ActionButton
        size="xs"
        refusals={refusals}
        loading={isFetching}
        leftSection={<IconDownload size={14} />}
        onClick={() => window.location.assign(api.url(exportEvidenceRoom, { query }))}
      >
        {t('Download the ZIP file')}
      </ActionButton>
    </>
  )
}
