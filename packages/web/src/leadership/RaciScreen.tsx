import { Button, Group } from '@mantine/core'
import { exportRaci, type Raci, setRaciCell } from '@sinew/contract/leadership/leadership-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { raciQuery } from './leadership-queries.ts'
import classes from './raci.module.css'

const letters = [
  { value: '', title: 'Nothing' },
  { value: 'R', title: 'R: does it' },
  { value: 'A', title: 'A: answers for it' },
  { value: 'C', title: 'C: is asked before' },
  { value: 'I', title: 'I: is told after' },
] as const

/** Who does what in the ISMS: roles beside each other, activities below each other, each cell edited in place. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const raci = useSuspenseQuery(raciQuery(api)).data
  const gaps = raci.activities.filter((one) => one.gaps.length > 0).length
  const isEmpty = raci.roles.length === 0 || raci.activities.length === 0
  const sentence = isEmpty
    ? t('Each activity has one role that answers for it, and at least one that does it.')
    : gaps === 0
      ? t('Somebody answers for every activity.')
      : t('{{count}} activities have nobody who answers for them or does them.', { count: gaps })
  return (
    <>
      <SubjectTabs here={paths.raci} />
      <PageHeader
        noun="role"
        title={t('Responsibilities')}
        sentence={sentence}
        actions={
          <Button
            variant="default"
            component="a"
            leftSection={<IconDownload size={16} />}
            href={api.url(exportRaci, { query: { format: 'xlsx' } })}
            download
          >
            {t('Export')}
          </Button>
        }
      />
      <Panel flush={!isEmpty}>
        {isEmpty ? (
          <EmptyState noun="role" title={t('Roles and activities come first')} action={<Beginnings />}>
            {t('The matrix has a column for each role and a row for each activity. Add both, then fill its cells.')}
          </EmptyState>
        ) : (
          <Matrix raci={raci} />
        )}
      </Panel>
    </>
  )
}

function Beginnings() {
  const { t } = useTranslation()
  return (
    <Group gap="md">
      <PageLink to={paths.register} params={{ register: 'isms-roles' }}>
        {t('Roles')}
      </PageLink>
      <PageLink to={paths.register} params={{ register: 'raci-activities' }}>
        {t('Activities')}
      </PageLink>
    </Group>
  )
}

function Matrix({ raci }: { readonly raci: Raci }) {
  const { t } = useTranslation()
  const may = useMay('document:write')
  const write = useOrganizationWrite(setRaciCell)
  const nameOf = (letter = '') =>
    letter === '' ? '–' : t(letters.find(({ value }) => value === letter)?.title ?? letter)
  return (
    <>
      <ProblemPanel problem={write.problem} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard. */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('Activity')}</th>
              {raci.roles.map(({ id, number, title, holderName }) => (
                <th key={id} scope="col">
                  <PageLink to={paths.registered} params={{ register: 'isms-roles', number }}>
                    {title}
                  </PageLink>
                  <span className={classes.holder}>{holderName ?? t('Nobody')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {raci.activities.map((activity) => (
              <tr key={activity.id}>
                <th scope="row">
                  <PageLink to={paths.registered} params={{ register: 'raci-activities', number: activity.number }}>
                    {activity.title}
                  </PageLink>
                  {activity.gaps.length > 0 && (
                    <span className={classes.gap}>{activity.gaps.map((one) => t(one)).join(' ')}</span>
                  )}
                </th>
                {raci.roles.map((role) => (
                  <td key={role.id}>
                    {!isOffered(may) ? (
                      <span className={classes.letter}>{nameOf(activity.cells[role.id])}</span>
                    ) : (
                      <select
                        className={classes.cell}
                        aria-label={`${activity.title}: ${role.title}`}
                        title={may.map(({ message }) => message).join(' ') || undefined}
                        disabled={may.length > 0 || write.isPending}
                        value={activity.cells[role.id] ?? ''}
                        data-letter={activity.cells[role.id] ?? ''}
                        onChange={(event) =>
                          void write.send({
                            params: { raciActivityId: activity.id, ismsRoleId: role.id },
                            body: { letter: (event.currentTarget.value || null) as 'R' | null },
                          })
                        }
                      >
                        {letters.map(({ value }) => (
                          <option key={value} value={value} label={nameOf(value)} />
                        ))}
                      </select>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
