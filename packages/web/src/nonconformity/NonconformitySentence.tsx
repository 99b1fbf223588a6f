import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'

/** Whether the same requirement was missed before, and what that means for its grade. */
export function NonconformitySentence({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  if (record.isRecurrence !== true) return null
  const again = t('The same requirement was missed before, in {{ref}}: what was done then did not remove the cause.', {
    ref: String(record.recursOf),
  })
  const grade = record.grade === 'minor' ? ` ${t('A lapse that comes again is usually graded major.')}` : ''
  return <RefText>{`${again}${grade}`}</RefText>
}
