import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'

/** Where a risk is in its life, as a word. */
export function StatusChip({ status }: { readonly status: RiskStatus }) {
  const { t } = useTranslation()
  return <Chip look={status === 'draft' || status === 'closed' ? 'quiet' : 'plain'}>{t(status)}</Chip>
}
