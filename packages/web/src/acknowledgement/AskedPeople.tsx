import { Button, Group, MultiSelect, Progress, Stack } from '@mantine/core'
import {
  type AskedPerson,
  askPeople,
  exportAskedPeople,
  remindPeople,
} from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Standing } from '../ui/Standing.tsx'
import { When } from '../ui/When.tsx'
import { askedQuery } from './acknowledgement-queries.ts'

const words = { read: 'Read', waiting: 'Not yet', late: 'Late', left: 'Has left' } as const
const bearings = { read: 'good', waiting: undefined, late: 'late', left: undefined } as const

/** Who was asked, who has read it, who is missing. */
export function AskedPeople({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const params = { acknowledgementCampaignId: record.id }
  const people = useQuery(askedQuery(api, record.id)).data?.items
  const may = useMay('document:write')
  const remind = useOrganizationWrite(remindPeople)
  if (people === undefined) return null
  const asked = people.filter(({ state }) => state !== 'left')
  const read = asked.filter(({ state }) => state === 'read').length
  return (
    <Panel
      title={t('Who has read it')}
      hint={t('{{read}} of {{all}} have read version {{version}}.', {
        read,
        all: asked.length,
        version: String(record.versionNumber ?? ''),
      })}
      actions={
        <Group gap="xs">
          {record.status === 'open' && <AskMore campaignId={record.id} people={people} />}
          {record.status === 'open' && (
            <ActionButton
              size="xs"
              variant="default"
              refusals={may}
              loading={remind.isPending}
              onClick={() => void remind.send({ params })}
            >
              {t('Note a reminder')}
            </ActionButton>
          )}
          <Button
            size="xs"
            variant="default"
            component="a"
            href={api.url(exportAskedPeople, { params, query: { format: 'xlsx' } })}
            download
          >
            {t('Export')}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <ProblemPanel problem={remind.problem} />
        {asked.length > 0 && (
          <Progress value={(100 * read) / asked.length} aria-label={t('Share of people who have read it')} />
        )}
        {people.length === 0 && (
          <EmptyState noun="acknowledgement" title={t('Nobody is asked yet')}>
            {t('Choose the people who have to know this document. Each finds it under “To read”.')}
          </EmptyState>
        )}
        <ObjectRows
          rows={people.map((one) => ({
            id: one.id,
            title: (
              <PageLink to={paths.person} params={{ number: one.personNumber }}>
                {one.personName}
              </PageLink>
            ),
            note: <Note person={one} />,
            detail: <Standing bearing={bearings[one.state]}>{t(words[one.state])}</Standing>,
          }))}
        />
      </Stack>
    </Panel>
  )
}

function Note({ person }: { readonly person: AskedPerson }) {
  const { t } = useTranslation()
  if (person.acknowledgedAt !== null) return <When at={person.acknowledgedAt} show="both" />
  return (
    <>
      {t('Asked')} <When at={person.askedAt} />
      {person.remindedAt !== null && (
        <>
          {' · '}
          {t('reminded')} <When at={person.remindedAt} />
        </>
      )}
    </>
  )
}

function AskMore({ campaignId, people }: { readonly campaignId: string; readonly people: readonly AskedPerson[] }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const may = useMay('document:write')
  const [chosen, choose] = useState<string[]>([])
  const active = useQuery(api.query(listPeople, { query: { active: true, pageSize: 200 } })).data?.items ?? []
  const write = useOrganizationWrite(askPeople)
  const asked = new Set(people.map(({ personId }) => personId))
  return (
    <AskButton label={t('Ask more people')} refusals={may} width={340}>
      {(close) => (
        <>
          <MultiSelect
            label={t('Who?')}
            searchable
            comboboxProps={{ withinPortal: false }}
            data={active.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={choose}
          />
          <ProblemPanel problem={write.problem} />
          <Button
            size="xs"
            disabled={chosen.length === 0}
            loading={write.isPending}
            onClick={async () => {
              const params = { acknowledgementCampaignId: campaignId }
              if ((await write.send({ params, body: { personIds: chosen } })) === undefined) return
              choose([])
              close()
            }}
          >
            {t('Ask')}
          </Button>
        </>
      )}
    </AskButton>
  )
}
