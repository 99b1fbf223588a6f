import { type Action, getAction } from '@sinew/contract/treatment/action-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { Conflict, type ConflictProps } from '../api/Conflict.tsx'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { ControlName } from '../control/ControlName.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { Money } from '../ui/Money.tsx'
import { type ActionValues, valuesOf } from './action-values.ts'

type Props = Omit<ConflictProps<ActionValues>, 'existing'> & { readonly action: Action }

/** What somebody else made of the action meanwhile. */
export function ActionConflict({ action, ...rest }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { organizationId } = useOrganizationApi()
  return (
    <Conflict
      existing={{
        fresh: async () => {
          const theirs = await apiClient.call(getAction, { params: { organizationId, actionId: action.id } })
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          title: t('What is to be done'),
          note: t('Note'),
          ownerId: t('Who'),
          controlId: t('For control'),
          dueAt: t('By when'),
          costMinor: t('Cost'),
          reason: t('Reason'),
        },
        shown: (field, value) => {
          if (field === 'ownerId') return <PersonName id={value as string | null} />
          if (field === 'controlId') return <ControlName id={value as string | null} />
          if (field === 'costMinor' && value !== null) return <Money minor={value as number} currency={currency} />
          return undefined
        },
      }}
      {...rest}
    />
  )
}
