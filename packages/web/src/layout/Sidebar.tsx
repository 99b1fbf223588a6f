import { ActionIcon, CloseButton, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import type { NavigationItem } from '../app/navigation.ts'
import { paths } from '../app/paths.ts'
import { useNavigation } from '../app/use-navigation.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import { BrandMark } from './BrandMark.tsx'
import classes from './layout.module.css'

type Props = {
  readonly isSlim: boolean
  readonly onSlim: (slim: boolean) => void
  readonly onGo: () => void
}

export function Sidebar({ isSlim, onSlim, onGo }: Props) {
  const { t } = useTranslation()
  const groups = useNavigation()
  const { slug } = useOrganization()
  const Slim = isSlim ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={classes.sidebar} data-slim={isSlim || undefined}>
      <div className={classes.brand}>
        <Link to={paths.pulse} params={{ slug }} className={classes.brandLink} onClick={onGo}>
          <BrandMark />
          {!isSlim && <span>Sinew</span>}
        </Link>
        <CloseButton className={classes.phoneOnly} aria-label={t('Close the menu')} onClick={onGo} />
      </div>
      <nav aria-label={t('Main menu')} className={classes.groups}>
        {groups.map((group) => (
          <div key={group.title ?? 'top'} className={classes.group}>
            {group.title && !isSlim && <div className={classes.groupTitle}>{t(group.title)}</div>}
            {group.items.map((item) => (
              <MenuLink key={item.path} item={item} isSlim={isSlim} onGo={onGo} />
            ))}
          </div>
        ))}
      </nav>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.slimToggle}
        aria-label={isSlim ? t('Widen the menu') : t('Narrow the menu')}
        onClick={() => onSlim(!isSlim)}
      >
        <Slim size={18} stroke={1.5} />
      </ActionIcon>
    </div>
  )
}

type LinkProps = { readonly item: NavigationItem; readonly isSlim: boolean; readonly onGo: () => void }

function MenuLink({ item, isSlim, onGo }: LinkProps) {
  const { t } = useTranslation()
  const { slug } = useOrganization()
  const Icon = nounIcons[item.noun]
  return (
    <Tooltip label={t(item.title)} position="right" disabled={!isSlim} openDelay={0}>
      <Link
        // The menu holds only what the router has.
        to={item.path as string}
        params={{ slug } as never}
        activeOptions={{ exact: item.path === paths.pulse, includeSearch: false }}
        className={classes.link}
        aria-label={isSlim ? t(item.title) : undefined}
        onClick={onGo}
      >
        <Icon size={18} stroke={1.6} aria-hidden="true" />
        {!isSlim && <span>{t(item.title)}</span>}
      </Link>
    </Tooltip>
  )
}
