import { mayEver } from '@sinew/core/access/access-limits.ts'
import { headOf } from '@sinew/core/register/register-heads.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { showHere } from '../ui/show-here.ts'
import classes from './register.module.css'
import { subjectOf } from './subjects.ts'

/** The pages of one subject side by side. `here` is the table of a register or the path of a screen. */
export function SubjectTabs({ here }: { readonly here: string }) {
  const { t } = useTranslation()
  const organization = useOrganization()
  const subject = subjectOf(here)
  const pages = (subject?.pages ?? []).filter((page) =>
    mayEver(organization, 'table' in page ? headOf(page.table).read : page.read),
  )
  if (subject === undefined || pages.length < 2) return null
  return (
    <nav aria-label={t(subject.title)} className={classes.tabs} ref={showHere}>
      {pages.map((page) => {
        const isHere = ('table' in page ? page.table : page.path) === here
        const look = {
          underline: 'never' as const,
          className: classes.tab,
          'aria-current': isHere ? ('page' as const) : undefined,
        }
        if (!('table' in page))
          return (
            <PageLink key={page.path} to={page.path} {...look}>
              {t(page.title)}
            </PageLink>
          )
        const { plural, title } = headOf(page.table)
        return (
          <PageLink key={plural} to={paths.register} params={{ register: plural }} {...look}>
            {t(title)}
          </PageLink>
        )
      })}
    </nav>
  )
}
