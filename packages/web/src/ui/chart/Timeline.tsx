import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useNow } from '../NowProvider.tsx'
import { exactDay } from '../relative-time.ts'
import { ChartFrame } from './ChartFrame.tsx'
import classes from './chart.module.css'
import { monthTicks, timeShare } from './time-axis.ts'

export type TimelineSpan = {
  readonly id: string
  readonly label: string
  readonly at: number
  /** How long it counts fully; null when it counts for nothing. */
  readonly until: number | null
  readonly kind: 'proven' | 'failing' | 'withdrawn'
  readonly href?: string
}

export type TimelineRow = { readonly id: string; readonly label: string; readonly spans: readonly TimelineSpan[] }

export type TimelineProps = {
  readonly label: string
  readonly rows: readonly TimelineRow[]
  readonly from: number
  readonly to: number
  readonly onOpen?: (spanId: string) => void
}

/** Pieces of evidence where they were collected, with how long each one proves: holes are seen at once. */
export function Timeline({ label, rows, from, to, onOpen }: TimelineProps) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const percent = (at: number) => `${timeShare(at, from, to) * 100}%`
  const day = (at: number | null) => (at === null ? '–' : exactDay(at, i18n.language))
  const table = {
    columns: [t('Need'), t('Evidence'), t('Collected'), t('Valid until'), t('Result')],
    rows: rows.flatMap((row) =>
      row.spans.map((span) => [row.label, span.label, day(span.at), day(span.until), t(span.kind)]),
    ),
  }
  return (
    <ChartFrame label={label} table={table} legend={<TimelineLegend />}>
      <div className={classes.timeline}>
        {rows.map((row) => (
          <div key={row.id} className={classes.timelineRow}>
            <span className={classes.timelineLabel}>{row.label}</span>
            <span className={classes.track}>
              {row.spans.map((span) => (
                <Span key={span.id} span={span} percent={percent} day={day} to={to} onOpen={onOpen} />
              ))}
            </span>
          </div>
        ))}
        <div className={classes.timelineRow} aria-hidden="true">
          <span />
          <span className={classes.timeAxis}>
            {monthTicks(from, to, 8, i18n.language).map(({ at, label: text }) => (
              <span key={at} className={classes.timeTick} style={{ left: percent(at) }}>
                {text}
              </span>
            ))}
            {now >= from && now <= to && (
              <span className={classes.nowLine} style={{ left: percent(now), height: `${rows.length * 34}px` }} />
            )}
          </span>
        </div>
      </div>
    </ChartFrame>
  )
}

type SpanProps = {
  readonly span: TimelineSpan
  readonly percent: (at: number) => string
  readonly day: (at: number | null) => string
  readonly to: number
  readonly onOpen?: (spanId: string) => void
}

function Span({ span, percent, day, to, onOpen }: SpanProps) {
  const { t } = useTranslation()
  const text = t('{{name}}, collected {{from}}, valid until {{until}}', {
    name: span.label,
    from: day(span.at),
    until: day(span.until),
  })
  return (
    <>
      {span.until !== null && span.until > span.at && (
        <span
          className={classes.validSpan}
          data-kind={span.kind}
          style={{ left: percent(span.at), width: `calc(${percent(Math.min(span.until, to))} - ${percent(span.at)})` }}
        />
      )}
      <a
        href={span.href ?? `#${span.id}`}
        className={classes.point}
        data-kind={span.kind}
        style={{ left: percent(span.at) }}
        title={text}
        onClick={(event) => {
          if (!onOpen) return
          event.preventDefault()
          onOpen(span.id)
        }}
      >
        <VisuallyHidden>{text}</VisuallyHidden>
      </a>
    </>
  )
}

function TimelineLegend() {
  const { t } = useTranslation()
  return (
    <>
      <span className={classes.legendItem}>
        <span className={classes.validSample} data-kind="proven" /> {t('proves')}
      </span>
      <span className={classes.legendItem}>
        <span className={classes.validSample} data-kind="failing" /> {t('fails')}
      </span>
      <span className={classes.legendItem}>
        <span className={classes.validSample} data-kind="withdrawn" /> {t('withdrawn or rejected')}
      </span>
    </>
  )
}
