import { Anchor } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'

/** The way back for those who belong to an organisation already and thought better of another. */
export function BackToOrganizations() {
  const { t } = useTranslation()
  const [one, ...others] = useSuspenseQuery(sessionQuery).data.organizations
  if (one === undefined) return null
  const look = { size: 'sm', mt: 'lg', display: 'inline-block' } as const
  return others.length > 0 ? (
    <Anchor component={Link} to={paths.organizations} {...look}>
      {t('Back to your organisations')}
    </Anchor>
  ) : (
    <Anchor renderRoot={(props) => <Link to={paths.pulse} params={{ slug: one.slug }} {...props} />} {...look}>
      {t('Back to {{name}}', { name: one.name })}
    </Anchor>
  )
}
