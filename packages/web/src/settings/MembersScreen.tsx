import { Stack } from '@mantine/core'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { InvitationsPanel } from './InvitationsPanel.tsx'
import { limitsInWords } from './limits-in-words.ts'
import { MemberName, MemberTools } from './MemberRow.tsx'
import { SettingsHeader } from './SettingsHeader.tsx'
import classes from './settings.module.css'
import { membersQuery } from './settings-queries.ts'

export function Screen() {
  const { t } = useTranslation()
  const { role } = useOrganization()
  const { items, total } = useSuspenseQuery(membersQuery(useOrganizationApi())).data
  const owners = items.filter((member) => member.role === 'owner').length
  return (
    <>
      <SettingsHeader
        page="members"
        sentence={t('Who may sign in here. People who only own something stand in the register and need no account.')}
      />
      <Stack gap="lg" className={classes.narrow}>
        {hasPermission(role, 'member:manage') && <InvitationsPanel />}
        <Panel
          title={t('Members')}
          hint={
            total > items.length ? t('The first {{shown}} of {{total}}.', { shown: items.length, total }) : undefined
          }
        >
          <ObjectRows
            rows={items.map((member) => ({
              id: member.id,
              title: <MemberName member={member} />,
              note: [member.email, limitsInWords(t, member)].filter((part) => part !== '').join(' · '),
              detail: <MemberTools member={member} owners={owners} />,
            }))}
          />
        </Panel>
        <RolesPanel />
      </Stack>
    </>
  )
}

/** What each role is for; the authorisation matrix in the docs says it permission by permission. */
function RolesPanel() {
  const { t } = useTranslation()
  const roles = [
    ['owner', t('Everything, members and settings included. Approves the methodology and the statement.')],
    ['manager', t('Runs the ISMS: registers, reviews, proposals, restoring. Does not manage members.')],
    ['contributor', t('Works on risks, controls, assets and evidence. Decides nothing for others.')],
    ['auditor', t('Reads everything, the audit trail included. Comments, changes nothing.')],
    ['reader', t('Reads everything but the audit trail. Changes nothing.')],
  ] as const
  return (
    <Panel title={t('What the roles may do')}>
      <ObjectRows rows={roles.map(([role, note]) => ({ id: role, title: <strong>{t(role)}</strong>, note }))} />
    </Panel>
  )
}
