import { addNeed } from '@sinew/contract/control/need-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { NeedFields } from './NeedFields.tsx'

const emptyNeed = { title: '', cadenceDays: 90, weight: 1, nature: 'operation' as const }

export function AddNeed({ controlId, onClose }: { readonly controlId: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDrawer title={t('Add a need')} route={addNeed} params={{ controlId }} values={emptyNeed} onClose={onClose}>
      {(form) => <NeedFields form={form} />}
    </RecordDrawer>
  )
}
