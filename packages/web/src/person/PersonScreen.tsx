import { SimpleGrid } from '@mantine/core'
import { getPerson, type Person, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { personRef } from '@sinew/core/explanation/people-ref.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { MovementList } from '../movement/MovementList.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Facts } from '../ui/Facts.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import { MemberLink } from './MemberLink.tsx'
import { OwnedPanel } from './OwnedPanel.tsx'
import { PersonFields, personBody, personValues } from './PersonFields.tsx'
import { personQuery } from './person-queries.ts'

const PersonRecords = later(async () => (await import('./PersonRecords.tsx')).PersonRecords)
const LinkedHere = later(async () => (await import('../register/LinkedHere.tsx')).LinkedHere)

const route = getRouteApi('/o/$slug/people/$number')

export function Screen() {
  const { personId } = route.useLoaderData()
  return <PersonPage key={personId} personId={personId} />
}

function PersonPage({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const person = useSuspenseQuery(personQuery(useOrganizationApi(), personId)).data
  const may = useMay('person:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="people" to={paths.people}>
            {t('People')}
          </PageLink>,
        ]}
        noun="person"
        reference={personRef(person.number)}
        title={person.name}
        chips={
          <>
            {person.role && <Chip>{t(person.role)}</Chip>}
            {!person.active && <Chip look="quiet">{t('left')}</Chip>}
          </>
        }
        sentence={<Sentence person={person} />}
        next={
          <ActionButton variant="default" refusals={may} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
        actions={<LeaveButton person={person} />}
      />
      <PageSections>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Panel title={t('Who it is')}>
            <Facts
              facts={{
                [t('Job title')]: person.jobTitle,
                [t('E-mail')]: person.email,
                [t('Unit')]: person.unitName,
                [t('Line manager')]: person.managerName,
                [t('Signs in as')]: <MemberLink person={person} />,
              }}
            />
          </Panel>
          <OwnedPanel person={person} />
        </SimpleGrid>
        <PersonRecords personId={personId} />
        <MovementList entity="person" entityId={personId} />
        <LinkedHere entity="person" entityId={personId} />
        <CommentsAndHistory entity="person" entityId={personId} />
      </PageSections>
      {isEditing && <EditPerson person={person} onClose={() => edit(false)} />}
    </>
  )
}

function Sentence({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  if (!person.active && person.ownedTotal > 0) {
    return (
      <StatusSentence tone="bad">
        {t('Has left and still answers for {{count}} things.', { count: person.ownedTotal })}
      </StatusSentence>
    )
  }
  if (!person.active && person.role !== null) {
    return (
      <StatusSentence tone="bad">
        {t('Has left and can still sign in. An owner ends that in the settings.')}
      </StatusSentence>
    )
  }
  if (!person.active)
    return <StatusSentence tone="calm">{t('Has left, and answers for nothing any more.')}</StatusSentence>
  return <StatusSentence tone="calm">{standing(person, t)}</StatusSentence>
}

function standing(person: Person, t: Translate): string {
  if (person.ownedTotal === 0) return t('Answers for nothing yet.')
  return t('Answers for {{count}} things.', { count: person.ownedTotal })
}

function EditPerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  return (
    <RecordDrawer
      title={t('Edit the person')}
      route={updatePerson}
      params={{ personId: person.id }}
      values={personValues(person)}
      toBody={personBody}
      existing={{
        version: person.version,
        fresh: async () => {
          const theirs = await apiClient.call(getPerson, { params: { organizationId, personId: person.id } })
          return { version: theirs.version, values: personValues(theirs) }
        },
        labels: {
          name: t('Name'),
          email: t('E-mail'),
          jobTitle: t('Job title'),
          unitId: t('Unit'),
          managerId: t('Line manager'),
        },
      }}
      onClose={onClose}
    >
      {(form) => <PersonFields form={form} />}
    </RecordDrawer>
  )
}
