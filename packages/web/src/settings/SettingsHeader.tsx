import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import classes from './settings.module.css'

const pages = [
  { key: 'organization', title: 'Organisation', path: paths.settings },
  { key: 'members', title: 'Members', path: paths.members },
  { key: 'accessLog', title: 'Access log', path: paths.accessLog },
  { key: 'tokens', title: 'API tokens', path: paths.tokens },
  { key: 'mail', title: 'Mail', path: paths.mail },
] as const

type Props = { readonly page: (typeof pages)[number]['key']; readonly sentence: string }

/** The top of every settings page, with the way to the others. */
export function SettingsHeader({ page, sentence }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader noun="settings" title={t('Settings')} sentence={sentence} />
      <nav aria-label={t('Settings')} className={classes.tabs}>
        {pages.map(({ key, title, path }) => (
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
