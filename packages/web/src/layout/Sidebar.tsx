import { ActionIcon, CloseButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { itemOfPage } from '../app/item-of-page.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useNavigation } from '../app/use-navigation.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { BrandMark } from './BrandMark.tsx'
import classes from './layout.module.css'
import { MenuGroup } from './MenuGroup.tsx'
import { useOpenGroups } from './use-open-groups.ts'

type Props = {
  readonly isSlim: boolean
  readonly onSlim: (slim: boolean) => void
  readonly onGo: () => void
}

export function Sidebar({ isSlim, onSlim, onGo }: Props) {
  const { t } = useTranslation()
  const groups = useNavigation()
  const pathname = useLocation({ select: (location) => location.pathname })
  const current = itemOfPage(
    pathname,
    groups.flatMap(({ items }) => items),
  )
  const userId = useQuery(sessionQuery).data?.user?.id ?? ''
  const { isOpen, toggle } = useOpenGroups(
    userId,
    groups.find(({ items }) => items.some((item) => item === current)),
  )
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
          <MenuGroup
            key={group.title}
            group={group}
            current={current}
            isOpen={isOpen(group)}
            isSlim={isSlim}
            onToggle={() => toggle(group)}
            onGo={onGo}
          />
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
