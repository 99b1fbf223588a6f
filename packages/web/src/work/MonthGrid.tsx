import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { monthDays, monthOf } from './month.ts'
import { WorkLink } from './WorkLink.tsx'
import classes from './work.module.css'

/** How many lines a day shows before it says that there are more. */
const shownADay = 4

type Props = { readonly month: string; readonly items: readonly WorkItem[]; readonly now: number }

/** A month as weeks, what is due on each day in its place. */
export function MonthGrid({ month, items, now }: Props) {
  const { t, i18n } = useTranslation()
  const byDay = Map.groupBy(items, ({ dueAt }) => (dueAt ?? '').slice(0, 10))
  const days = monthDays(month)
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const today = new Date(now).toISOString().slice(0, 10)
  return (
    <table className={classes.grid} aria-label={t('Calendar')}>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col">
              {weekday.format(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const name = new Date(day).toISOString().slice(0, 10)
              return (
                <td key={day} data-other={monthOf(day) !== month || undefined} data-today={name === today || undefined}>
                  <Day day={day} items={byDay.get(name) ?? []} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, items }: { readonly day: number; readonly items: readonly WorkItem[] }) {
  const { t } = useTranslation()
  const more = items.length - shownADay
  return (
    <>
      <span className={classes.dayNumber}>{new Date(day).getUTCDate()}</span>
      <ul className={classes.dayItems}>
        {items.slice(0, shownADay).map((item) => (
          <li key={item.key} data-when={item.when} title={`${t(item.what)}: ${item.ref} ${item.title}`}>
            <WorkLink item={item} className={classes.dayItem}>
              {item.ref} {item.title}
            </WorkLink>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <PageLink
          to={paths.work}
          search={{ from: new Date(day).toISOString(), to: new Date(day + dayMs).toISOString() }}
          size="xs"
        >
          {t('{{count}} more', { count: more })}
        </PageLink>
      )}
    </>
  )
}
