import { Menu, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './layout.module.css'

/** Which organisation is on screen, and the way to another. */
export function OrganizationMenu() {
  const { t } = useTranslation()
  const current = useOrganization()
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={classes.organization}
          aria-label={t('Organisation: {{name}}', { name: current.name })}
        >
          <span
            className={classes.monogram}
            data-initials={current.name.slice(0, 1).toUpperCase()}
            aria-hidden="true"
          />
          <VisuallyHidden>{t('Organisation:')}</VisuallyHidden>
          <span className={classes.organizationName}>{current.name}</span>
          <IconSelector size={15} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Organisations')}</Menu.Label>
        {session.organizations.map(({ id, slug, name, role, hasEnded }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={paths.pulse}
            params={{ slug } as never}
            search={{} as never}
            rightSection={id === current.id ? <IconCheck size={15} /> : undefined}
          >
            {name}
            <div className={classes.quiet}>{hasEnded ? t('access ended') : t(role)}</div>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to={paths.welcome} leftSection={<IconPlus size={15} />}>
          {t('Start another organisation')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
