import { UnstyledButton } from '@mantine/core'
import type { LookAheadEvent, LookAheadEventKind } from '@sinew/core/chain/look-ahead-events.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefText } from '../app/RefText.tsx'
import { type Noun, nounIcons } from '../ui/noun-icons.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './look-ahead.module.css'

type Props = {
  readonly events: readonly LookAheadEvent[]
  readonly until: number
  /** Looks at the day of an event. */
  readonly onPick: (at: number) => void
}

const nounOf: Readonly<Record<LookAheadEventKind, Noun>> = {
  evidence_stale: 'evidence',
  soa_line: 'soa',
  risk_level: 'risk',
  acceptance_reopens: 'acceptance',
  acceptance_expires: 'acceptance',
  collector_silent: 'collector',
}

const firstShown = 30

/** What happens on the way, in order; what is past the chosen day is faint. */
export function EventsPanel({ events, until, onPick }: Props) {
  const { t } = useTranslation()
  const [isAll, showAll] = useState(false)
  const listed = isAll ? events : events.slice(0, firstShown)
  const passed = events.filter((event) => event.at <= until).length
  return (
    <Panel
      title={t('On the way')}
      hint={t('{{passed}} of {{count}} events by then', { passed, count: events.length })}
      flush={events.length > 0}
    >
      {events.length === 0 ? (
        t('Nothing runs out within a year.')
      ) : (
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
      )}
      {events.length > listed.length && (
        <UnstyledButton className={classes.all} onClick={() => showAll(true)}>
          {t('Show all {{count}}', { count: events.length })}
        </UnstyledButton>
      )}
    </Panel>
  )
}

type RowProps = { readonly event: LookAheadEvent; readonly isPast: boolean; readonly onPick: (at: number) => void }

function EventRow({ event, isPast, onPick }: RowProps) {
  const { t } = useTranslation()
  const Icon = nounIcons[nounOf[event.kind]]
  return (
    <li className={classes.event} data-past={isPast || undefined} data-kind={event.kind}>
      <Icon size={15} stroke={1.7} aria-hidden="true" className={classes.eventIcon} />
      <span className={classes.eventWords}>
        <RefText>{event.sentence}</RefText>
      </span>
      <UnstyledButton className={classes.eventDay} onClick={() => onPick(event.at)} title={t('Look at this day')}>
        <When at={event.at} show="day" />
      </UnstyledButton>
    </li>
  )
}
