import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import {
  getOrganization,
  type Organization,
  updateOrganization,
} from '@sinew/contract/organization/organization-contract.ts'
import { getSectorLabel, sectors } from '@sinew/core/catalogue/sectors.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { SettingsHeader } from './SettingsHeader.tsx'
import classes from './settings.module.css'
import { organizationQuery } from './settings-queries.ts'

export function Screen() {
  const { t } = useTranslation()
  const organization = useSuspenseQuery(organizationQuery(useOrganizationApi())).data
  const may = useMay('organization:write')
  const [isEditing, edit] = useState(false)
  return (
    <>
      <SettingsHeader
        page="organization"
        sentence={t(
          'Sector, size and revenue decide which risks and losses are proposed; the scope is printed on the statement.',
        )}
      />
      <div className={classes.narrow}>
        <Panel
          title={organization.name}
          actions={
            <ActionButton size="xs" variant="default" refusals={may} onClick={() => edit(true)}>
              {t('Edit')}
            </ActionButton>
          }
        >
          <Facts
            facts={{
              [t('Sector')]: t(getSectorLabel(organization.sector)),
              [t('People')]: organization.headcount,
              [t('Revenue a year')]:
                organization.yearlyRevenueMinor === null ? (
                  t('Not told')
                ) : (
                  <Money minor={organization.yearlyRevenueMinor} currency={organization.currency} />
                ),
              [t('Currency')]: organization.currency,
              [t('Time zone')]: organization.timeZone,
              [t('Scope of the ISMS')]: organization.scope || t('Not written down yet'),
            }}
          />
        </Panel>
      </div>
      {isEditing && <EditOrganization organization={organization} onClose={() => edit(false)} />}
    </>
  )
}

type Values = Pick<Organization, 'name' | 'sector' | 'yearlyRevenueMinor' | 'timeZone' | 'scope'> & {
  readonly headcount: number | string
}

function valuesOf({ name, sector, headcount, yearlyRevenueMinor, timeZone, scope }: Organization): Values {
  return { name, sector, headcount, yearlyRevenueMinor, timeZone, scope }
}

type EditProps = { readonly organization: Organization; readonly onClose: () => void }

function EditOrganization({ organization, onClose }: EditProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const router = useRouter()
  const { organizationId } = useOrganizationApi()
  return (
    <RecordDrawer
      title={t('Edit the organisation')}
      route={updateOrganization}
      values={valuesOf(organization)}
      toBody={({ headcount, ...rest }) => ({
        ...rest,
        ...(headcount === undefined ? {} : { headcount: Number(headcount) }),
      })}
      existing={{
        version: organization.version,
        fresh: async () => {
          const theirs = await apiClient.call(getOrganization, { params: { organizationId } })
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          name: t('Name'),
          sector: t('Sector'),
          headcount: t('People'),
          yearlyRevenueMinor: t('Revenue a year'),
          timeZone: t('Time zone'),
          scope: t('Scope of the ISMS'),
        },
      }}
      // The name stands in the session too, which the frame around the page is made from.
      onDone={() => void queries.refetchQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())}
      onClose={onClose}
    >
      {(form) => <Fields form={form} currency={organization.currency} />}
    </RecordDrawer>
  )
}

function Fields({ form, currency }: { readonly form: RecordForm<Values>; readonly currency: string }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('Name')} withAsterisk maxLength={200} {...form.getInputProps('name')} />
      <Select
        label={t('Sector')}
        description={t('Decides which threats and losses are proposed first.')}
        data={sectors.map(({ id, label }) => ({ value: id, label: t(label) }))}
        allowDeselect={false}
        searchable
        {...form.getInputProps('sector')}
      />
      <NumberInput label={t('People')} min={1} max={1_000_000} {...form.getInputProps('headcount')} />
      <MoneyInput
        label={t('Revenue a year')}
        description={t('Scales the losses that are proposed. Leave it empty to be asked for each.')}
        currency={currency}
        valueMinor={form.getValues().yearlyRevenueMinor}
        onChangeMinor={(minor) => form.setFieldValue('yearlyRevenueMinor', minor)}
        error={form.errors.yearlyRevenueMinor}
      />
      <Select
        label={t('Time zone')}
        description={t('Decides when a day begins for due dates and reports.')}
        data={[...new Set([form.getValues().timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
        allowDeselect={false}
        searchable
        limit={100}
        {...form.getInputProps('timeZone')}
      />
      <Textarea
        label={t('Scope of the ISMS')}
        description={t('Which products, sites, teams and systems are covered, and where the border runs (clause 4.3).')}
        autosize
        minRows={4}
        maxLength={20000}
        {...form.getInputProps('scope')}
      />
    </>
  )
}
