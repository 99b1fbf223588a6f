import type { Register } from '@sinew/core/register/register.ts'
import { useTranslation } from 'react-i18next'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { FieldValue, isEmptyValue } from './FieldValue.tsx'
import { type AnyRecord, fieldsOf } from './register-record.ts'

/** Everything an object says of itself. */
export function RecordFacts({ register, record }: { readonly register: Register; readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const shown = Object.entries(fieldsOf(register)).filter(
    ([key]) => key !== register.named && key !== register.states?.field && !isEmptyValue(record[key]),
  )
  return (
    <Panel title={t('What it is')}>
      <Facts
        facts={{
          ...Object.fromEntries(
            shown.map(([key, field]) => [
              t(field.label),
              <FieldValue key={key} name={key} field={field} record={record} />,
            ]),
          ),
          [t('Changed')]: <When at={record.updatedAt} show="both" />,
        }}
      />
    </Panel>
  )
}
