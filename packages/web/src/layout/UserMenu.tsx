import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { signOut } from '@sinew/contract/account/account-contract.ts'
import { IconKeyboard, IconLogout, IconMoon, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useWrite } from '../api/use-write.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { openKeyHelp } from './KeyboardKeys.tsx'
import classes from './layout.module.css'

export function UserMenu() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { toggleColorScheme } = useMantineColorScheme()
  const leave = useLeave()
  const name = session.user?.name ?? ''
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('Your account')}>
          <span className={classes.face} data-initials={initialsOf(name)} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <div className={classes.quiet}>{session.user?.email}</div>
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={15} />} component={Link} to={paths.account}>
          {t('Your account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size={15} />} className={classes.phoneOnly} onClick={toggleColorScheme}>
          {t('Light or dark')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} />} className={classes.wideOnly} onClick={openKeyHelp}>
          {t('Keyboard')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={leave}>
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Ends the session and forgets everything read in it. */
function useLeave() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const write = useWrite(signOut, {
    onDone: async () => {
      await navigate({ to: paths.signIn })
      queries.clear()
    },
  })
  return () => void write.send({})
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('')
}
