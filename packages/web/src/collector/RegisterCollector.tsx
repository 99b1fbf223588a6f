import { TextInput } from '@mantine/core'
import { registerCollector } from '@sinew/contract/collector/collector-contract.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CollectorFields, type CollectorValues } from './CollectorFields.tsx'

type Values = CollectorValues & { readonly tool: string; readonly scope: string }
const empty: Values = { name: '', tool: 'prowler', scope: '', cadenceDays: 7, ownerId: null }

/** Announces a collector before its first report: its silence is then seen from today on. */
export function RegisterCollector({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  return (
    <RecordDrawer<typeof registerCollector, Values>
      title={t('Register a collector')}
      route={registerCollector}
      values={empty}
      onClose={onClose}
      onDone={({ number }) => go(paths.collector, { number })}
    >
      {(form) => (
        <>
          <CollectorFields
            form={{
              getInputProps: form.getInputProps,
              ownerId: form.getValues().ownerId,
              onOwner: (id) => form.setFieldValue('ownerId', id),
            }}
          />
          <TextInput label={t('Tool')} maxLength={60} {...form.getInputProps('tool')} />
          <TextInput
            label={t('Account or system')}
            description={t('As the report names it, so that its reports find this collector.')}
            maxLength={200}
            {...form.getInputProps('scope')}
          />
        </>
      )}
    </RecordDrawer>
  )
}
