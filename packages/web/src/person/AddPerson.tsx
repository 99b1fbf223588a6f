import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { emptyPerson, PersonFields, personBody } from './PersonFields.tsx'

export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <RecordDrawer
      title={t('Add a person')}
      route={createPerson}
      values={emptyPerson}
      toBody={personBody}
      onClose={onClose}
    >
      {(form) => <PersonFields form={form} />}
    </RecordDrawer>
  )
}
