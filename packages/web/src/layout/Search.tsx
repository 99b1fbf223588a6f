import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../app/PageLink.tsx'
import { useNavigation } from '../app/use-navigation.ts'
import { nounIcons } from '../ui/noun-icons.ts'

const [store, spotlight] = createSpotlight()

export const openSearch = spotlight.open

/** ⌘K: pages by name. */
export function Search() {
  const { t } = useTranslation()
  const go = useGo()
  const pages = useNavigation().flatMap(({ items }) => items)
  const actions: SpotlightActionData[] = pages.map(({ title, path, noun }) => {
    const Icon = nounIcons[noun]
    return {
      id: path,
      label: t(title),
      leftSection: <Icon size={18} stroke={1.6} />,
      onClick: () => go(path),
    }
  })
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={['mod + K', '/']}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('Nothing found')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('Find anything'),
        'aria-label': t('Find anything'),
      }}
    />
  )
}
