import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { useSupplierGaps } from './use-supplier-gaps.ts'

export function SupplierSentence({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const gaps = useSupplierGaps(record)
  if (gaps === undefined) return null
  const [first, ...more] = gaps
  if (first === undefined) return <StatusSentence tone="good">{t('Nothing is missing of it today.')}</StatusSentence>
  return (
    <StatusSentence tone="watch">
      {t(first.message)} {more.length > 0 && t('{{count}} more things are missing.', { count: more.length })}
    </StatusSentence>
  )
}
