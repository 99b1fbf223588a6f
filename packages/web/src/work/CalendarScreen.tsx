import { Button, Group, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useListAddress } from '../view/use-list-address.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { monthOf, monthStart, otherMonth } from './month.ts'
import { WorkLink } from './WorkLink.tsx'
import { whoseOptions } from './whose-options.ts'
import classes from './work.module.css'
import { calendarQuery, myWorkQuery } from './work-queries.ts'
import type { CalendarSearch } from './work-search.ts'

/** What is due, day by day: a month as a grid, or as a list where there is less room. */
export function Screen() {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const [search, patch] = useListAddress<CalendarSearch>()
  const month = search.month ?? monthOf(now)
  const api = useOrganizationApi()
  const { items, total } = useSuspenseQuery(calendarQuery(api, month, search.whose)).data
  const mine = useQuery(myWorkQuery(api)).data
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false
  const show = search.show ?? (isNarrow ? 'agenda' : 'month')
  const turn = (by: number) => patch({ month: otherMonth(month, by) })
  const name = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(monthStart(month))
  return (
    <>
      <SubjectTabs here={paths.calendar} />
      <PageHeader
        noun="lookAhead"
        title={t('Calendar')}
        sentence={t('What is due in the month, for whom, and where it is done.')}
      />
      <Group justify="space-between" gap="sm" mb="sm">
        <Group gap={6}>
          <Button variant="default" size="xs" aria-label={t('The month before')} onClick={() => turn(-1)}>
            <IconChevronLeft size={16} />
          </Button>
          <strong className={classes.month} aria-live="polite">
            {name}
          </strong>
          <Button variant="default" size="xs" aria-label={t('The month after')} onClick={() => turn(1)}>
            <IconChevronRight size={16} />
          </Button>
          <Button variant="subtle" size="xs" onClick={() => patch({ month: undefined })}>
            {t('Today')}
          </Button>
        </Group>
        <Group gap={6}>
          <SegmentedControl
            size="xs"
            aria-label={t('Whose')}
            value={search.whose ?? 'all'}
            onChange={(whose) => patch({ whose: whose === 'all' ? undefined : whose })}
            data={[{ value: 'all', label: t('Everybody') }, ...whoseOptions(t, mine)]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('Shown as')}
            value={show}
            onChange={(next) => patch({ show: next })}
            data={[
              { value: 'month', label: t('Month') },
              { value: 'agenda', label: t('Agenda') },
            ]}
          />
        </Group>
      </Group>
      {total > items.length && (
        <p className={classes.note}>{t('The first {{shown}} of {{total}}.', { shown: items.length, total })}</p>
      )}
      {show === 'month' ? (
        <MonthGrid month={month} items={items} now={now} />
      ) : (
        <Agenda items={items.filter(({ dueAt }) => dueAt?.startsWith(month))} />
      )}
    </>
  )
}

function Agenda({ items }: { readonly items: readonly WorkItem[] }) {
  const { t, i18n } = useTranslation()
  const days = Map.groupBy(items, ({ dueAt }) => (dueAt ?? '').slice(0, 10))
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  if (items.length === 0)
    return (
      <Panel>
        <EmptyState noun="work" title={t('Nothing is due in this month')}>
          {t('Reviews, evidence, actions and duties stand here on their day. Turn the page for other months.')}
        </EmptyState>
      </Panel>
    )
  return [...days].map(([day, due]) => (
    <section key={day} className={classes.agendaDay}>
      <h2>{format.format(Date.parse(`${day}T12:00:00Z`))}</h2>
      <ul className={classes.list}>
        {due.map((item) => (
          <li key={item.key} className={classes.item}>
            <div className={classes.words}>
              <span className={classes.kind}>
                {t(item.what)} · {item.ref}
              </span>
              <WorkLink item={item}>{item.title}</WorkLink>
              <span className={classes.note}>{item.person?.name ?? t('nobody yet')}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ))
}
