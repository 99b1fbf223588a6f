import { Chip, Group, UnstyledButton } from '@mantine/core'
import type { LookAheadEvent, LookAheadEventKind } from '@sinew/core/chain/look-ahead-events.ts'
import { useMemo, useState } from 'react'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { type Noun, nounIcons } from '../ui/noun-icons.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './look-ahead.module.css'
import { type EventGroup, eventGroupOf, eventGroups, type MergedEvent, mergeEvents } from './merge-events.ts'

type Props = {
  readonly events: readonly LookAheadEvent[]
  readonly until: number
  /** Looks at the day of an event. */
  readonly onPick: (at: number) => void
}

const groupWords: Readonly<Record<EventGroup, string>> = {
  evidence: 'Evidence and lines',
  risks: 'Risks',
  acceptances: 'Acceptances',
  collectors: 'Collectors',
  insurance: 'Insurance',
}

const firstShown = 25

/** What happens on the way, in order; what is past the chosen day is faint. */
export function EventsPanel({ events, until, onPick }: Props) {
  const { t } = useTranslation()
  const [group, choose] = useState<EventGroup | null>(null)
  const [isAll, showAll] = useState(false)
  const merged = useMemo(() => mergeEvents(events), [events])
  const chosen = group === null ? merged : merged.filter((event) => eventGroupOf(event) === group)
  const listed = isAll ? chosen : chosen.slice(0, firstShown)
  const passed = chosen.filter((event) => event.at <= until).length
  return (
    <Panel
      title={t('On the way')}
      hint={t('{{passed}} of {{count}} events by then', { passed, count: chosen.length })}
      flush={merged.length > 0}
    >
      {merged.length === 0 && t('Nothing runs out within a year.')}
      {merged.length > 0 && <Groups events={merged} chosen={group} onChoose={choose} />}
      <ol className={classes.events}>
        {listed.map((event) => (
          <EventRow
            key={`${event.kind} ${event.id} ${event.at}`}
            event={event}
            isPast={event.at <= until}
            onPick={onPick}
          />
        ))}
      </ol>
      {chosen.length > listed.length && (
        <UnstyledButton className={classes.all} onClick={() => showAll(true)}>
          {t('Show all {{count}}', { count: chosen.length })}
        </UnstyledButton>
      )}
    </Panel>
  )
}

type GroupsProps = {
  readonly events: readonly MergedEvent[]
  readonly chosen: EventGroup | null
  readonly onChoose: (group: EventGroup | null) => void
}

function Groups({ events, chosen, onChoose }: GroupsProps) {
  const { t } = useTranslation()
  const present = eventGroups.filter((group) => events.some((event) => eventGroupOf(event) === group))
  if (present.length < 2) return null
  return (
    <Chip.Group
      value={chosen ?? ''}
      onChange={(value) => onChoose(eventGroups.find((group) => group === value) ?? null)}
    >
      <Group gap={6} px="md" pb="xs">
        <Chip value="" size="xs" variant="light">
          {t('Everything')}
        </Chip>
        {present.map((group) => (
          <Chip key={group} value={group} size="xs" variant="light">
            {t(groupWords[group])}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

const nounOf: Readonly<Record<LookAheadEventKind, Noun>> = {
  evidence_stale: 'evidence',
  soa_line: 'soa',
  risk_level: 'risk',
  acceptance_reopens: 'acceptance',
  acceptance_expires: 'acceptance',
  collector_silent: 'collector',
  insurance_ends: 'insurance',
}

type RowProps = {
  readonly event: MergedEvent
  readonly isPast: boolean
  readonly onPick: (at: number) => void
}

function EventRow({ event, isPast, onPick }: RowProps) {
  const { t } = useTranslation()
  const Icon = nounIcons[nounOf[event.kind]]
  return (
    <li className={classes.event} data-past={isPast || undefined} data-kind={event.kind}>
      <Icon size={15} stroke={1.7} aria-hidden="true" className={classes.eventIcon} />
      <span className={classes.eventWords}>
        <RefText>{event.sentences.join(' ')}</RefText>
      </span>
      <UnstyledButton className={classes.eventDay} onClick={() => onPick(event.at)} title={t('Look at this day')}>
        <When at={event.at} show="day" />
      </UnstyledButton>
    </li>
  )
}
