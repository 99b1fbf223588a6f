import { UnstyledButton } from '@mantine/core'
import type { CertificationForecast } from '@sinew/contract/certification/cycle-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { monthTicks, timeShare } from '../ui/chart/time-axis.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { exactDay } from '../ui/relative-time.ts'
import classes from './gantt.module.css'

type Props = {
  readonly plan: CertificationForecast /** Left out where nothing can be edited. */
  readonly onOpen?: ((ref: string) => void) | undefined
}
type Task = CertificationForecast['tasks'][number]

/** In more than half of the runs it decided the end. */
const oftenCritical = 0.5

/** The tasks on a line of time, as the forecast expects them: solid what is done, hollow what is not, marked what is critical. */
export function PlanGantt({ plan, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const times = plan.tasks.flatMap(({ fromAt, untilAt }) => [Date.parse(fromAt), Date.parse(untilAt)])
  const from = Math.min(now, ...times)
  const to = Math.max(now, ...times, Date.parse(plan.forecast?.p90 ?? ''))
  const percent = (at: number) => `${100 * timeShare(at, from, to)}%`
  const day = (at: string) => exactDay(Date.parse(at), i18n.language)
  const words = (task: Task) => {
    const state = task.isDone ? t('done') : task.isLate ? t('takes longer than planned') : t('expected')
    const critical = task.isDone
      ? ''
      : `, ${t('decides the end in {{percent}} % of the runs', { percent: Math.round(task.criticalShare * 100) })}`
    return `${day(task.fromAt)} – ${day(task.untilAt)}, ${state}${critical}`
  }
  return (
    <div className={classes.gantt}>
      <p className={classes.legend}>
        {t('Solid: done. Hollow: expected. With a bar at its left: on the critical path of the plan, or of most runs.')}
      </p>
      <div className={classes.row} aria-hidden="true">
        <span className={classes.axis}>
          {monthTicks(from, to, 8, i18n.language).map(({ at, label }) => (
            <span key={at} className={classes.tick} style={{ left: percent(at) }}>
              {label}
            </span>
          ))}
        </span>
      </div>
      <ul className={classes.rows} aria-label={t('Plan to the certificate')}>
        {plan.tasks.map((task) => (
          <li key={task.ref} className={classes.row}>
            {onOpen === undefined ? (
              <span className={classes.label} data-critical={isCritical(task)}>
                <span className={classes.ref}>{task.ref}</span> {task.title}
              </span>
            ) : (
              <UnstyledButton
                className={classes.label}
                data-critical={isCritical(task)}
                onClick={() => onOpen(task.ref)}
                title={t('Edit {{ref}}', { ref: task.ref })}
              >
                <span className={classes.ref}>{task.ref}</span> {task.title}
              </UnstyledButton>
            )}
            <span className={classes.track}>
              <span className={classes.now} style={{ left: percent(now) }} />
              <span
                className={classes.bar}
                role="img"
                aria-label={words(task)}
                title={words(task)}
                data-done={task.isDone}
                data-late={task.isLate}
                data-critical={isCritical(task)}
                style={{
                  left: percent(Date.parse(task.fromAt)),
                  right: `calc(100% - ${percent(Date.parse(task.untilAt))})`,
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function isCritical({ isDone, slackDays, criticalShare }: Task): boolean {
  return !isDone && (slackDays === 0 || criticalShare > oftenCritical)
}
