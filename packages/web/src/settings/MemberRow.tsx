import { Button, Group, Select } from '@mantine/core'
import { changeRole, type Member, removeMember } from '@sinew/contract/member/member-contract.ts'
import { refuseRemoval, refuseRoleChange } from '@sinew/core/access/member-rules.ts'
import { type Role, roles } from '@sinew/core/access/permissions.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { LimitButton } from './LimitButton.tsx'

export function MemberName({ member }: { readonly member: Member }) {
  const { t } = useTranslation()
  return (
    <>
      {member.personNumber === null ? (
        member.name
      ) : (
        <PageLink to={paths.person} params={{ number: member.personNumber }}>
          {member.name}
        </PageLink>
      )}{' '}
      {member.isYou && <Chip look="quiet">{t('you')}</Chip>}
    </>
  )
}

type Props = { readonly member: Member; readonly owners: number }

/** Role and removal of one member, with the reason where one of them cannot be. */
export function MemberTools({ member, owners }: Props) {
  return (
    <Group gap={6} justify="flex-end">
      <RoleChange member={member} owners={owners} />
      <LimitButton key={member.version} member={member} />
      <Removal member={member} owners={owners} />
    </Group>
  )
}

function RoleChange({ member, owners }: Props) {
  const { t } = useTranslation()
  const { role: actorRole } = useOrganization()
  const may = useMay('member:manage')
  const write = useOrganizationWrite(changeRole)
  const [role, choose] = useState<Role>(member.role)
  const refusals = refuseRoleChange({ actorRole, from: member.role, to: role, owners })
  return (
    <AskButton label={t(member.role)} refusals={may}>
      {(close) => (
        <>
          <Select
            label={t('Role of {{name}}', { name: member.name })}
            description={t('Counts from the next thing they do.')}
            comboboxProps={{ withinPortal: false }}
            allowDeselect={false}
            data={roles.map((value) => ({ value, label: t(value) }))}
            value={role}
            onChange={(next) => next !== null && choose(next)}
          />
          <ProblemPanel problem={write.problem} />
          <ActionButton
            size="xs"
            refusals={role === member.role ? [] : refusals}
            loading={write.isPending}
            onClick={async () => {
              const saved = await write.send({
                params: { memberId: member.id },
                version: member.version,
                body: { role },
              })
              if (saved) close()
            }}
          >
            {t('Change the role')}
          </ActionButton>
        </>
      )}
    </AskButton>
  )
}

function Removal({ member, owners }: Props) {
  const { t } = useTranslation()
  const may = useMay('member:manage')
  const write = useOrganizationWrite(removeMember)
  const [reason, setReason] = useState('')
  return (
    <AskButton
      label={t('Remove')}
      variant="subtle"
      refusals={[...may, ...refuseRemoval({ role: member.role, owners })]}
      width={340}
    >
      <p style={{ margin: 0, fontSize: '0.8125rem' }}>
        {t(
          '{{name}} can no longer sign in here, and {{count}} tokens stop working. The person stays in the register.',
          {
            name: member.name,
            count: member.tokenCount,
          },
        )}
      </p>
      <ReasonInput value={reason} onChange={setReason} />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        color="red"
        loading={write.isPending}
        onClick={() => void write.send({ params: { memberId: member.id }, version: member.version, query: { reason } })}
      >
        {t('End the membership')}
      </Button>
    </AskButton>
  )
}
