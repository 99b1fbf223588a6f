import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { emptyObligation, ObligationFields } from './ObligationFields.tsx'

export function AddObligation({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  return (
    <RecordDrawer
      title={t('Add an obligation')}
      route={createObligation}
      values={emptyObligation}
      onClose={onClose}
      onDone={({ number }) => go(paths.obligation, { number })}
    >
      {(form) => <ObligationFields form={form} />}
    </RecordDrawer>
  )
}
