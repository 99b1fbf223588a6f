import { type Control, getControl, updateControl } from '@sinew/contract/control/control-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { Money } from '../ui/Money.tsx'
import { ControlFields, controlValues } from './ControlFields.tsx'
import { implementationWords, themeWords } from './control-words.ts'

export function EditControl({ control, onClose }: { readonly control: Control; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const { currency } = useOrganization()
  const params = { controlId: control.id }
  return (
    <RecordDrawer
      title={t('How far {{ref}} is in place', { ref: control.ref })}
      route={updateControl}
      params={params}
      values={controlValues(control)}
      existing={{
        version: control.version,
        fresh: async () => {
          const theirs = await apiClient.call(getControl, { params: { organizationId, ...params } })
          return { version: theirs.version, values: controlValues(theirs) }
        },
        labels: {
          title: t('Title'),
          theme: t('Theme'),
          purpose: t('Purpose'),
          implementation: t('How far is it in place?'),
          partlyShare: t('Share in place'),
          description: t('How we do it'),
          ownerId: t('Owner'),
          plannedAt: t('Planned for'),
          remarks: t('Remarks'),
          capexMinor: t('Bought for'),
          lifetimeYears: t('Lasts, in years'),
          opexMinor: t('Run for, a year'),
        },
        shown: (field, value) => {
          if (field === 'implementation') return t(implementationWords[value as Control['implementation']])
          if (field.endsWith('Minor')) return <Money minor={value as number | null} currency={currency} />
          if (field === 'theme') return t(themeWords[value as Control['theme']])
          if (field === 'ownerId') return <PersonName id={value as string | null} />
          return undefined
        },
      }}
      onClose={onClose}
    >
      {(form) => <ControlFields form={form} control={control} />}
    </RecordDrawer>
  )
}
