import { createControl } from '@sinew/contract/control/control-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { IdentityFields } from './ControlFields.tsx'

type Values = {
  readonly title: string
  readonly theme: 'organizational' | 'people' | 'physical' | 'technological'
  readonly purpose: string
  readonly ownerId: string | null
}
const empty: Values = { title: '', theme: 'technological', purpose: '', ownerId: null }

/** A control of one's own, beside the 93 of Annex A. */
export function AddControl({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  return (
    <RecordDrawer<typeof createControl, Values>
      title={t('Add a control of our own')}
      route={createControl}
      values={empty}
      onClose={onClose}
      onDone={({ ref }) => go(paths.control, { controlRef: ref })}
    >
      {(form) => (
        <>
          <IdentityFields form={form} />
          <PersonSelect
            label={t('Owner')}
            value={form.getValues().ownerId}
            onChange={(id) => form.setFieldValue('ownerId', id)}
            error={form.errors.ownerId}
          />
        </>
      )}
    </RecordDrawer>
  )
}
