import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'

type Change = Revision['changes'][number]

type Props = { readonly kind: Change['kind']; readonly value: Change['before']; readonly currency: string }

/** A value of a changed field, shown as its kind asks for. */
export function ShownValue({ kind, value, currency }: Props) {
  const { t } = useTranslation()
  if (value === null || value === '') return t('nothing')
  if (kind === 'many') return t('{{count}} values', { count: Number(value) })
  if (kind === 'money') return <Money minor={Number(value)} currency={currency} />
  if (kind === 'instant') return <When at={String(value)} show="day" />
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (Array.isArray(value))
    return value.length === 0 ? t('nothing') : value.map((one) => inWords(String(one))).join(', ')
  return inWords(String(value))
}

/** `personal_data` → `personal data`: what one may choose from is kept in this form. */
function inWords(text: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll('_', ' ') : text
}
