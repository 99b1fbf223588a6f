import { Tabs } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import type { EvidenceSearch, ExpiringSearch } from './evidence-search.ts'

type Show = EvidenceSearch['show'] | ExpiringSearch['show']

type Props = {
  readonly show: Show
  readonly inbox: number
  readonly expiring: number
  readonly onShow: (show: Show) => void
  readonly children: React.ReactNode
}

/** All pieces, those that wait for a review, and what runs out. */
export function EvidenceTabs({ show, inbox, expiring, onShow, children }: Props) {
  const { t } = useTranslation()
  const value = show ?? 'all'
  return (
    <Tabs
      value={value}
      keepMounted={false}
      onChange={(next) => onShow(next === 'inbox' || next === 'expiring' ? next : undefined)}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="all">{t('All')}</Tabs.Tab>
        <Tabs.Tab value="inbox">{t('To review · {{total}}', { total: inbox })}</Tabs.Tab>
        <Tabs.Tab value="expiring">{t('Expiring · {{total}}', { total: expiring })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value={value}>{children}</Tabs.Panel>
    </Tabs>
  )
}
