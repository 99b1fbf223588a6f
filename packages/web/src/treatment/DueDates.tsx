import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { dueDatesQuery } from './action-queries.ts'
import classes from './treatment.module.css'

/** Every due date the action had, with who moved it and why: from the ledger. */
export function DueDates({ actionId }: { readonly actionId: string }) {
  const { t } = useTranslation()
  const changes = useQuery(dueDatesQuery(useOrganizationApi(), actionId)).data?.items ?? []
  const moves = changes.filter(({ from }) => from !== null).length
  return (
    <Panel
      title={t('Due dates')}
      hint={moves === 0 ? t('The date was never moved.') : t('The date was moved {{count}} times.', { count: moves })}
    >
      <ol className={classes.dates}>
        {changes.map(({ at, from, to, actorName, reason }) => (
          <li key={at}>
            <strong>
              <When at={to} show="day" />
            </strong>{' '}
            {from !== null && (
              <>
                {t('instead of')} <When at={from} show="day" />
              </>
            )}
            <small>
              {actorName}, <When at={at} />
              {reason !== '' && from !== null && <> · “{reason}”</>}
            </small>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
