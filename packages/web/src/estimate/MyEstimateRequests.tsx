import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './estimate.module.css'
import { myRequestsQuery } from './estimate-queries.ts'

/** The risks that others want the reader's figures for; nothing where there are none. */
export function MyEstimateRequests() {
  const { t } = useTranslation()
  const requests = useQuery(myRequestsQuery(useOrganizationApi())).data?.items ?? []
  if (requests.length === 0) return null
  return (
    <Panel title={t('Your estimate is asked for')}>
      <ul className={classes.requests}>
        {requests.map(({ id, riskNumber, riskTitle, askedByName, askedAt, message }) => (
          <li key={id}>
            <PageLink to={paths.risk} params={{ number: riskNumber }}>
              {riskRef(riskNumber)} {riskTitle}
            </PageLink>
            <span className={classes.source}>
              {t('by {{name}}', { name: askedByName })}, <When at={askedAt} />
              {message !== '' && `: ${message}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
