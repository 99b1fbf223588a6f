import { Button } from '@mantine/core'
import { whatIfRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './what-if.module.css'
import { whatIfsQuery } from './what-if-queries.ts'

/** The what-ifs that somebody of the organisation kept, newest first. */
export function SavedList() {
  const { t } = useTranslation()
  const go = useGo()
  const { currency } = useOrganization()
  const { items } = useSuspenseQuery(whatIfsQuery(useOrganizationApi())).data
  return (
    <div className={classes.saved}>
      <Panel
        title={t('Saved what-ifs')}
        hint={t('With the figures they were saved with. Everybody in the organisation can open them by their address.')}
        actions={
          items.length > 1 && (
            <Button size="xs" variant="default" onClick={() => go(paths.compareWhatIfs)}>
              {t('Compare two')}
            </Button>
          )
        }
      >
        {items.length === 0 && (
          <p className={classes.quiet}>
            {t('None yet. Change something above and save it with the question it answers.')}
          </p>
        )}
        <ObjectRows
          rows={items.map(({ id, number, name, authorName, updatedAt, figures }) => ({
            id,
            reference: whatIfRef(number),
            title: (
              <PageLink to={paths.savedWhatIf} params={{ number }}>
                {name}
              </PageLink>
            ),
            note: (
              <>
                {authorName}, <When at={updatedAt} />
              </>
            ),
            detail: (
              <Delta
                before={figures.today.meanMinor}
                after={figures.changed.meanMinor}
                better="lower"
                render={(minor) => <Money minor={minor} currency={currency} />}
              />
            ),
          }))}
        />
      </Panel>
    </div>
  )
}
