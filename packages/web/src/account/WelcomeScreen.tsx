import { IconSeedling } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { ExampleDoor } from '../example/ExampleDoor.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { AccountFrame } from './AccountFrame.tsx'
import { BackToOrganizations } from './BackToOrganizations.tsx'
import classes from './WelcomeScreen.module.css'

/** The two doors. */
export function Screen() {
  const { t } = useTranslation()
  return (
    <AccountFrame
      isWide
      title={t('Where would you like to begin?')}
      sentence={t('Look at a company a year into its work, or start with your own. You can do the other one later.')}
    >
      <div className={classes.doors}>
        <ExampleDoor className={classes.door} />
        <Link to={paths.newOrganization} className={classes.door}>
          <IconSeedling size={30} stroke={1.4} aria-hidden="true" />
          <strong>{t('Start with mine')}</strong>
          <span>
            {t(
              'Say your sector, size and currency. In fifteen minutes your first risk, control and evidence are tied together.',
            )}
          </span>
        </Link>
      </div>
      <BackToOrganizations />
    </AccountFrame>
  )
}
