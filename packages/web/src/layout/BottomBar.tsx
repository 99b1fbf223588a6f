import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { paths } from '../app/paths.ts'
import { useNavigation } from '../app/use-navigation.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import classes from './layout.module.css'

/** What owners come for on a phone; the rest is behind the menu. */
const within: readonly string[] = [paths.my, paths.pulse, paths.risks, paths.report]

/** Two words would stand in two lines here. */
const shortTitles: Readonly<Record<string, string>> = { [paths.report]: 'Report' }

type Props = { readonly isMenuOpen: boolean; readonly onMenu: () => void; readonly onGo: () => void }

/** The menu at phone width, within reach of a thumb. */
export function BottomBar({ isMenuOpen, onMenu, onGo }: Props) {
  const { t } = useTranslation()
  const { slug } = useOrganization()
  const items = useNavigation()
    .flatMap((group) => group.items)
    .filter(({ path }) => within.includes(path))
  return (
    <nav aria-label={t('Quick menu')} className={classes.bottom}>
      {items.map(({ path, title, noun }) => {
        const Icon = nounIcons[noun]
        return (
          <Link
            key={path}
            // The menu holds only what the router has.
            to={path as string}
            params={{ slug } as never}
            activeOptions={{ exact: path === paths.pulse, includeSearch: false }}
            className={classes.bottomLink}
            onClick={onGo}
          >
            <Icon size={22} stroke={1.5} aria-hidden="true" />
            {t(shortTitles[path] ?? title)}
          </Link>
        )
      })}
      <button type="button" className={classes.bottomLink} aria-expanded={isMenuOpen} onClick={onMenu}>
        <IconMenu2 size={22} stroke={1.5} aria-hidden="true" />
        {t('Menu')}
      </button>
    </nav>
  )
}
