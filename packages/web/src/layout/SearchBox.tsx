import { useMantineColorScheme } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { mayEver } from '@sinew/core/access/access-limits.ts'
import '@mantine/spotlight/styles.css'
import type { Permission } from '@sinew/core/access/permissions.ts'
import { IconBulb, IconKeyboard, IconPlus, IconSearch, IconUserCircle } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { type MenuPath, paths } from '../app/paths.ts'
import { useNavigation } from '../app/use-navigation.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import { openKeyHelp } from './KeyboardKeys.tsx'
import classes from './layout.module.css'
import { useFoundObjects } from './use-found-objects.ts'

const [store, spotlight] = createSpotlight()

export const openSearchBox = spotlight.open

export type SearchEntry = {
  readonly id: string
  readonly title: string
  readonly Icon: typeof IconPlus
  readonly go: () => void
}

/** ⌘K: pages and actions by name, objects by what people call them and by words of their title. */
export function SearchBox() {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const fits = ({ title }: SearchEntry) => title.toLowerCase().includes(typed.trim().toLowerCase())
  const pages = usePages().filter(fits)
  const actions = useActions().filter(fits)
  const found = useFoundObjects(typed)
  const isEmpty = found.entries.length + pages.length + actions.length === 0
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={type}
      shortcut={null}
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 1 }}
      classNames={{ actionsGroup: classes.searchGroup }}
    >
      <Spotlight.Search
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        placeholder={t('Find anything')}
        aria-label={t('Find anything')}
      />
      <Spotlight.ActionsList>
        <Entries label={t('Found')} entries={found.entries} />
        <Entries label={t('Pages')} entries={pages} />
        <Entries label={t('Actions')} entries={actions} />
        {isEmpty && <Spotlight.Empty>{found.isSearching ? t('Searching…') : t('Nothing found')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Entries({ label, entries }: { readonly label: string; readonly entries: readonly SearchEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map(({ id, title, Icon, go }) => (
        <Spotlight.Action
          key={id}
          label={title}
          leftSection={<Icon size={18} stroke={1.6} aria-hidden="true" />}
          onClick={go}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function usePages(): readonly SearchEntry[] {
  const { t } = useTranslation()
  const go = useGo()
  const items = useNavigation().flatMap((group) => group.items)
  return items.map(({ title, path, noun }) => ({
    id: path,
    title: t(title),
    Icon: nounIcons[noun],
    // The list of a register needs nothing else either.
    go: () => go(path as MenuPath),
  }))
}

/** What can be begun from anywhere; a page the router lacks is left out, and so is what the person may not do. */
const beginnings: readonly { readonly title: string; readonly path: MenuPath; readonly needs: Permission }[] = [
  { title: 'Add a risk', path: paths.newRisk, needs: 'risk:write' },
  { title: 'Add evidence', path: paths.newEvidence, needs: 'evidence:write' },
]

function useActions(): readonly SearchEntry[] {
  const { t } = useTranslation()
  const go = useGo()
  const known = Object.keys(useRouter().routesByPath)
  const organization = useOrganization()
  const { toggleColorScheme } = useMantineColorScheme()
  return [
    ...beginnings
      .filter(({ path, needs }) => known.includes(path) && mayEver(organization, needs))
      .map(({ title, path }) => ({ id: path, title: t(title), Icon: IconPlus, go: () => go(path) })),
    { id: 'colours', title: t('Switch between light and dark'), Icon: IconBulb, go: toggleColorScheme },
    { id: 'account', title: t('Your account'), Icon: IconUserCircle, go: () => go(paths.account) },
    { id: 'keyboard', title: t('Keyboard'), Icon: IconKeyboard, go: openKeyHelp },
  ]
}
