import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AccountFrame } from './AccountFrame.tsx'
import classes from './OrganizationsScreen.module.css'

/** The choice for people who belong to several organisations. */
export function Screen() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <AccountFrame
      title={t('Your organisations')}
      sentence={t('Strictly apart: nothing of one can be seen from another.')}
    >
      <ul className={classes.list}>
        {session.organizations.map(({ id, slug, name, role, isExample, hasEnded }) => (
          <li key={id}>
            <Link to={paths.pulse} params={{ slug }} className={classes.organization}>
              <strong>{name}</strong>
              <span>
                {t(role)}
                {hasEnded && ` · ${t('access ended')}`}
                {isExample && ` · ${t('example company')}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Button variant="default" component={Link} to={paths.welcome} fullWidth>
        {t('Start another organisation')}
      </Button>
    </AccountFrame>
  )
}
