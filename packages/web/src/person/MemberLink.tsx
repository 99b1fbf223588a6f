import { Button, Group, Select } from '@mantine/core'
import { listMembers } from '@sinew/contract/member/member-contract.ts'
import { type Person, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** The member a person signs in as, and the choice of another. It decides who may accept this person's risks. */
export function MemberLink({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const may = useMay('member:manage')
  const members = useQuery(useOrganizationApi().query(listMembers, { query: { pageSize: 200 } })).data?.items ?? []
  const current = members.find(({ id }) => id === person.memberId)
  const [memberId, choose] = useState(person.memberId)
  const write = useOrganizationWrite(updatePerson)
  const words = current ? `${current.name} (${t(current.role)})` : t('Nobody: this person has no account here')
  return (
    <Group gap={8} align="baseline">
      <span>{words}</span>
      <AskButton label={t('Change')} size="compact-xs" variant="subtle" refusals={may}>
        {(close) => (
          <>
            {' '}
            <Select
              label={t('Signs in as')}
              description={t('This member may then accept the risks this person owns.')}
              comboboxProps={{ withinPortal: false }}
              searchable
              clearable
              data={members.map(({ id, name, email, personId }) => ({
                value: id,
                label: `${name} · ${email}`,
                disabled: personId !== null && personId !== person.id,
              }))}
              value={memberId}
              onChange={choose}
            />
            <ProblemPanel problem={write.problem} />
            <Button
              size="xs"
              disabled={memberId === person.memberId}
              loading={write.isPending}
              onClick={() =>
                void write
                  .send({ params: { personId: person.id }, version: person.version, body: { memberId } })
                  .then((saved) => saved && close())
              }
            >
              {t('Save')}
            </Button>
          </>
        )}
      </AskButton>
    </Group>
  )
}
