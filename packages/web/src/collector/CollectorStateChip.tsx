import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProofChip } from '../ui/ProofChip.tsx'
import type { ProofKind } from '../ui/proof-kind.ts'

const looks: Readonly<Record<Collector['state'], readonly [ProofKind, string]>> = {
  reporting: ['proven', 'Reporting'],
  overdue: ['stale', 'Overdue'],
  silent: ['failing', 'Silent'],
  disabled: ['excluded', 'Switched off'],
}

export function CollectorStateChip({ state }: Pick<Collector, 'state'>) {
  const { t } = useTranslation()
  const [kind, word] = looks[state]
  return <ProofChip kind={kind} text={t(word)} />
}
