import { IconBuildingCommunity, IconSeedling } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { AccountFrame } from './AccountFrame.tsx'
import classes from './WelcomeScreen.module.css'

/** The two doors. */
export function Screen() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const example = session.organizations.find(({ isExample }) => isExample)
  return (
    <AccountFrame
      isWide
      title={t('Where would you like to begin?')}
      sentence={t('Look at a company a year into its work, or start with your own. You can do the other one later.')}
    >
      <div className={classes.doors}>
        {example && (
          <Link to={paths.pulse} params={{ slug: example.slug }} className={classes.door}>
            <IconBuildingCommunity size={30} stroke={1.4} aria-hidden="true" />
            <strong>{t('Explore the example company')}</strong>
            <span>
              {t(
                'A 50-person software company with a year of history: see evidence decay, the money move, and the Statement of Applicability say why.',
              )}
            </span>
          </Link>
        )}
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
    </AccountFrame>
  )
}
