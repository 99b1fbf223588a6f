import { mayEver } from '@sinew/core/access/access-limits.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { showHere } from '../ui/show-here.ts'
import classes from './settings.module.css'

const pages = [
  { key: 'organization', title: 'Organisation', path: paths.settings, needs: 'organization:read' },
  { key: 'members', title: 'Members', path: paths.members, needs: 'member:read' },
  { key: 'accessLog', title: 'Access log', path: paths.accessLog, needs: 'access:read' },
  { key: 'tokens', title: 'API tokens', path: paths.tokens, needs: 'token:own' },
  { key: 'mail', title: 'Mail', path: paths.mail, needs: 'organization:read' },
] as const

type Props = { readonly page: (typeof pages)[number]['key']; readonly sentence: string }

/** The top of every settings page, with the way to the others. */
export function SettingsHeader({ page, sentence }: Props) {
  const { t } = useTranslation()
  const organization = useOrganization()
  return (
    <>
      <PageHeader noun="settings" title={t('Settings')} sentence={sentence} />
      <nav aria-label={t('Settings')} className={classes.tabs} ref={showHere}>
        {pages
          .filter(({ needs }) => mayEver(organization, needs))
          .map(({ key, title, path }) => (
            <span key={key} className={classes.tab} data-current={key === page || undefined}>
              <PageLink to={path} c="inherit" underline="never">
                {t(title)}
              </PageLink>
            </span>
          ))}
        <span className={classes.tab}>
          <PageLink to={paths.account} c="inherit" underline="never">
            {t('Your account')}
          </PageLink>
        </span>
      </nav>
    </>
  )
}
