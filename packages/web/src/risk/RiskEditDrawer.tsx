import { type RiskDetail, updateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import { RiskFields, type RiskFormValues } from './RiskFields.tsx'
import { riskQuery } from './risk-queries.ts'
import { useFreshRisk } from './use-fresh-risk.ts'

function valuesOf(risk: RiskDetail): RiskFormValues {
  const { title, source, event, consequence, category, properties, ownerId, reviewAt } = risk
  return {
    title,
    source,
    event,
    consequence,
    category,
    properties,
    ownerId,
    reviewAt,
    assetIds: risk.assets.map(({ id }) => id),
  }
}

export function RiskEditDrawer({ risk, onClose }: { readonly risk: RiskDetail; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const api = useOrganizationApi()
  const fresh = useFreshRisk(risk.id)
  return (
    <RecordDrawer<typeof updateRisk, RiskFormValues>
      title={t('Edit the risk')}
      route={updateRisk}
      params={{ riskId: risk.id }}
      values={valuesOf(risk)}
      existing={{
        version: risk.version,
        fresh: async () => {
          const theirs = await fresh()
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          title: t('Title'),
          source: t('Who or what'),
          event: t('Does what'),
          consequence: t('With what consequence'),
          category: t('Category'),
          properties: t('Affects'),
          ownerId: t('Owner'),
          reviewAt: t('Review on'),
          assetIds: t('Assets'),
        },
        shown: (field, value) => {
          if (field === 'properties') return (value as readonly string[]).map((one) => t(one)).join(', ')
          // Names would be read one by one; that they differ is what has to be seen.
          if (field === 'assetIds') return t('{{count}} assets', { count: (value as readonly string[]).length })
          if (field === 'ownerId') return <PersonName id={value as string | null} />
          return undefined
        },
      }}
      onDone={(saved) => queries.setQueryData(riskQuery(api, risk.id).queryKey, saved)}
      onClose={onClose}
    >
      {(form) => <RiskFields form={form} risk={risk} />}
    </RecordDrawer>
  )
}
