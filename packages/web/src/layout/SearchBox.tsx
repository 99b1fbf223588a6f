import { createSpotlight, Spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../app/PageLink.tsx'
import { useNavigation } from '../app/use-navigation.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import classes from './layout.module.css'

const [store, spotlight] = createSpotlight()

export const openSearchBox = spotlight.open

/** ⌘K: pages by name. */
export function SearchBox() {
  const { t } = useTranslation()
  const [typed, type] = useState('')
  const pages = usePages(typed)
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
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('Pages')}>
            {pages.map(({ id, title, icon, go }) => (
              <Spotlight.Action key={id} label={title} leftSection={icon} onClick={go} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length === 0 && <Spotlight.Empty>{t('Nothing found')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function usePages(typed: string) {
  const { t } = useTranslation()
  const go = useGo()
  const wanted = typed.trim().toLowerCase()
  return useNavigation()
    .flatMap(({ items }) => items)
    .map(({ title, path, noun }) => {
      const Icon = nounIcons[noun]
      return { id: path, title: t(title), icon: <Icon size={18} stroke={1.6} aria-hidden="true" />, go: () => go(path) }
    })
    .filter(({ title }) => title.toLowerCase().includes(wanted))
}
