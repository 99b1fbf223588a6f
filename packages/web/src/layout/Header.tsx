import { ActionIcon, Kbd, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import { AsOfPicker } from './AsOfPicker.tsx'
import { ColorSchemeMenu } from './ColorSchemeMenu.tsx'
import classes from './layout.module.css'
import { OrganizationMenu } from './OrganizationMenu.tsx'
import { openSearch, Search } from './Search.tsx'
import { UserMenu } from './UserMenu.tsx'

export function Header() {
  const { t } = useTranslation()
  return (
    <div className={classes.headerRow}>
      <OrganizationMenu />
      <button type="button" className={classes.searchButton} onClick={openSearch}>
        <IconSearch size={15} aria-hidden="true" />
        <span>{t('Find anything')}</span>
        <Kbd size="xs">⌘K</Kbd>
      </button>
      <div className={classes.headerTools}>
        <Tooltip label={t('Find anything')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.phoneOnly}
            aria-label={t('Find anything')}
            onClick={openSearch}
          >
            <IconSearch size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <AsOfPicker />
        <ColorSchemeMenu />
        <UserMenu />
      </div>
      <Search />
    </div>
  )
}
