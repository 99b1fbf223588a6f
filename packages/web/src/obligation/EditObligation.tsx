import { getObligation, type Obligation, updateObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { ObligationFields, obligationValues } from './ObligationFields.tsx'
import { kindWords } from './obligation-words.ts'

/** The form over an obligation that is there; it comes when somebody edits. */
export function EditObligation({
  obligation,
  onClose,
}: {
  readonly obligation: Obligation
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  return (
    <RecordDrawer
      title={t('Edit the obligation')}
      route={updateObligation}
      params={{ obligationId: obligation.id }}
      values={obligationValues(obligation)}
      existing={{
        version: obligation.version,
        fresh: async () => {
          const params = { organizationId, obligationId: obligation.id }
          const theirs = await apiClient.call(getObligation, { params })
          return { version: theirs.version, values: obligationValues(theirs) }
        },
        labels: {
          title: t('Title'),
          kind: t('Kind'),
          source: t('Where it says so'),
          party: t('Towards whom'),
          requirement: t('What it asks'),
          ownerId: t('Owner'),
          reviewAt: t('Review on'),
          reviewEveryMonths: t('Review every'),
          notifyHours: t('Tell of incidents within'),
        },
        shown: (field, value) => {
          if (field === 'ownerId') return <PersonName id={value as string | null} />
          if (field === 'kind') return t(kindWords[value as Obligation['kind']])
          return undefined
        },
      }}
      onClose={onClose}
    >
      {(form) => <ObligationFields form={form} ownerName={obligation.ownerName} />}
    </RecordDrawer>
  )
}
