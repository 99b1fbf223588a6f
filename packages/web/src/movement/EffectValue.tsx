import type { Effect } from '@sinew/core/movement/movement.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { ProofShape } from '../ui/ProofShape.tsx'
import { type ProofKind, proofKinds, proofSentence } from '../ui/proof-kind.ts'

type Props = { readonly unit: Effect['unit']; readonly value: Effect['before']; readonly currency: string }

/** One side of a moved number: money short, shares with two decimals, the words of the visual language with their shape. */
export function EffectValue({ unit, value, currency }: Props) {
  const { t } = useTranslation()
  if (unit === 'minor') return <Money minor={Number(value ?? 0)} currency={currency} />
  if (unit === 'share') return Number(value ?? 0).toFixed(2)
  if (unit === 'ratio') return `${Number(value ?? 0).toFixed(2)} ×`
  const kind = proofKinds.find((one) => one === value)
  if (kind === undefined) return value === null ? '–' : t(String(value))
  return <ProofWord kind={kind} />
}

function ProofWord({ kind }: { readonly kind: ProofKind }) {
  const { t } = useTranslation()
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <ProofShape kind={kind} size={12} />
      {t(proofSentence[kind])}
    </span>
  )
}
