import { Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import type { NavigationGroup, NavigationItem } from '../app/navigation.ts'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import classes from './layout.module.css'

type Props = {
  readonly group: NavigationGroup
  readonly current: NavigationItem | undefined
  readonly isOpen: boolean
  readonly isSlim: boolean
  readonly onToggle: () => void
  readonly onGo: () => void
}

/** A group of the menu under its title, which opens and closes it. Closed, it still shows the page that is open. */
export function MenuGroup({ group, current, isOpen, isSlim, onToggle, onGo }: Props) {
  const { t } = useTranslation()
  const listId = useId()
  const shown = isOpen ? group.items : group.items.filter((item) => item === current)
  return (
    <div className={classes.group}>
      <Tooltip label={t(group.title)} position="right" disabled={!isSlim} openDelay={0}>
        <button
          type="button"
          className={classes.groupTitle}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-label={isSlim ? t(group.title) : undefined}
          onClick={onToggle}
        >
          {!isSlim && t(group.title)}
          <IconChevronRight size={13} stroke={1.8} aria-hidden="true" />
        </button>
      </Tooltip>
      <ul id={listId} className={classes.groupItems} aria-label={t(group.title)}>
        {shown.map((item) => (
          <li key={item.path}>
            <MenuLink item={item} isCurrent={item === current} isSlim={isSlim} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type LinkProps = {
  readonly item: NavigationItem
  readonly isCurrent: boolean
  readonly isSlim: boolean
  readonly onGo: () => void
}

function MenuLink({ item, isCurrent, isSlim, onGo }: LinkProps) {
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
        // A page of the same subject is open: the link itself says only where it leads to.
        data-current={isCurrent || undefined}
        aria-label={isSlim ? t(item.title) : undefined}
        onClick={onGo}
      >
        <Icon size={18} stroke={1.6} aria-hidden="true" />
        {!isSlim && <span>{t(item.title)}</span>}
      </Link>
    </Tooltip>
  )
}
