import { createOccurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { emptyOccurrence, OccurrenceFields, toBody } from './OccurrenceFields.tsx'

/** On one risk, or on any where none is given. */
export function AddOccurrence({ riskId, onClose }: { readonly riskId?: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <RecordDrawer
      title={t('Record what happened')}
      route={createOccurrence}
      values={emptyOccurrence(riskId ?? null, now)}
      toBody={toBody}
      onClose={onClose}
    >
      {(form) => <OccurrenceFields form={form} asksRisk={riskId === undefined} />}
    </RecordDrawer>
  )
}
