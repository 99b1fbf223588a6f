import { type Collector, getCollector, updateCollector } from '@sinew/contract/collector/collector-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { CollectorFields, type CollectorValues } from './CollectorFields.tsx'

type Values = CollectorValues & { readonly reason: string }

const valuesOf = ({ name, cadenceDays, ownerId }: Collector): Values => ({ name, cadenceDays, ownerId, reason: '' })

/** Name, owner and rhythm; a longer rhythm asks for its reason as soon as it is typed. */
export function EditCollector({ collector, onClose }: { readonly collector: Collector; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const params = { collectorId: collector.id }
  return (
    <RecordDrawer<typeof updateCollector, Values>
      title={t('Edit the collector')}
      route={updateCollector}
      params={params}
      values={valuesOf(collector)}
      existing={{
        version: collector.version,
        fresh: async () => {
          const theirs = await apiClient.call(getCollector, { params: { organizationId, ...params } })
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          name: t('Name'),
          cadenceDays: t('Reports at least every'),
          ownerId: t('Owner'),
          reason: t('Reason'),
        },
        shown: (field, value) => (field === 'ownerId' ? <PersonName id={value as string | null} /> : undefined),
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <CollectorFields
            form={{
              getInputProps: form.getInputProps,
              ownerId: form.getValues().ownerId,
              onOwner: (id) => form.setFieldValue('ownerId', id),
            }}
            ownerName={collector.ownerName}
          />
          {form.getValues().cadenceDays > collector.cadenceDays && (
            <ReasonInput
              label={t('Why may it report less often?')}
              value={form.getValues().reason}
              onChange={(reason) => form.setFieldValue('reason', reason)}
            />
          )}
        </>
      )}
    </RecordDrawer>
  )
}
