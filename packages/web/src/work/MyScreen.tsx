import { SimpleGrid, Stack } from '@mantine/core'
import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { Worth } from '../ui/Worth.tsx'
import { DueDay } from './DueDay.tsx'
import { kindNoun, kindWord } from './kind-words.ts'
import { OneTap } from './OneTap.tsx'
import { WorkLink } from './WorkLink.tsx'
import classes from './work.module.css'
import { myItemsQuery, myWorkQuery } from './work-queries.ts'

const OwnedPanel = later(async () => (await import('../person/OwnedPanel.tsx')).OwnedPanel)
const RemindersPanel = later(async () => (await import('./RemindersPanel.tsx')).RemindersPanel)

const groups = [
  { when: 'overdue', title: 'Overdue' },
  { when: 'today', title: 'Today' },
  { when: 'soon', title: 'In the next seven days' },
  { when: 'later', title: 'In the next weeks' },
  { when: 'undated', title: 'Without a date' },
] as const

/** What is mine to do, each with the one tap that does it; and what I answer for. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { person, counts, team } = useSuspenseQuery(myWorkQuery(api)).data
  const { items, total } = useSuspenseQuery(myItemsQuery(api)).data
  const now = counts.overdue + counts.today
  return (
    <>
      <SubjectTabs here={paths.my} />
      <PageHeader
        noun="work"
        title={t('My work')}
        sentence={
          <StatusSentence tone={counts.overdue > 0 ? 'bad' : now > 0 ? 'watch' : 'good'}>
            {standing(now, counts.overdue, t)}
          </StatusSentence>
        }
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack gap="lg">
          {items.length === 0 && (
            <Panel>
              <EmptyState noun="work" title={t('Nothing waits for you')}>
                {person === null
                  ? t(
                      'You are nobody among the people yet. A manager says on the page People who you are; then your work comes here.',
                    )
                  : t('What becomes due of what you own comes here by itself. Look at the calendar for what is ahead.')}
              </EmptyState>
            </Panel>
          )}
          {groups.map(({ when, title }) => (
            <Group key={when} title={t(title)} items={items.filter((item) => item.when === when)} />
          ))}
          {total > items.length && (
            <PageLink to={paths.work} search={{ whose: 'mine' }}>
              {t('All {{count}}', { count: total })}
            </PageLink>
          )}
        </Stack>
        <Stack gap="lg">
          {team !== null && <Team {...team} />}
          {person && <OwnedPanel person={person} />}
          <RemindersPanel />
        </Stack>
      </SimpleGrid>
    </>
  )
}

/** How it stands with those who report to the reader, in a line that leads to their work. */
function Team({ people, overdue, due }: { readonly people: number; readonly overdue: number; readonly due: number }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('My team')}>
      <p className={classes.team}>
        {`${t('{{count}} people report to you.', { count: people })} ${
          due === 0
            ? t('Nothing is due of them.')
            : `${t('{{count}} things are due of them', { count: due })}, ${t('{{count}} of them overdue.', { count: overdue })}`
        }`}
      </p>
      <PageLink to={paths.work} search={{ whose: 'team' }}>
        {t('Work of my team')}
      </PageLink>
    </Panel>
  )
}

function Group({ title, items }: { readonly title: string; readonly items: readonly WorkItem[] }) {
  if (items.length === 0) return null
  return (
    <Panel title={`${title} · ${items.length}`} flush>
      <ul className={classes.list}>
        {items.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </ul>
    </Panel>
  )
}

function Item({ item }: { readonly item: WorkItem }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const Icon = nounIcons[kindNoun(item.kind)]
  return (
    <li className={classes.item}>
      <Icon size={18} stroke={1.6} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <span className={classes.kind}>
          {t(item.what)} · {item.ref || t(kindWord(item.kind))}
        </span>
        <WorkLink item={item}>{item.title}</WorkLink>
        <span className={classes.note}>
          <DueDay {...item} />
          {item.note !== '' && <span>{item.note}</span>}
          <Worth minor={item.worthMinor} currency={currency} />
        </span>
      </div>
      <OneTap item={item} />
    </li>
  )
}

function standing(now: number, overdue: number, t: Translate): string {
  if (now === 0) return t('Nothing is yours to do today.')
  if (overdue === now) return t('{{count}} things are yours to do now, all of them overdue.', { count: now })
  const doing = t('{{count}} things are yours to do now', { count: now })
  return overdue === 0 ? `${doing}.` : `${doing}, ${t('{{count}} of them overdue.', { count: overdue })}`
}
