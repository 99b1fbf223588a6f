import { useTranslation } from '../i18n/use-translation.ts'
import classes from './ProofChip.module.css'
import { ProofShape } from './ProofShape.tsx'
import { type ProofKind, proofSentence } from './proof-kind.ts'

export type ProofChipProps = {
  readonly kind: ProofKind
  /** Replaces the usual word, e.g. `Proven · 12 of 14`. */
  readonly text?: string
  /** Why, on hover. */
  readonly title?: string
}

/** How well something is proven: shape, word and colour. */
export function ProofChip({ kind, text, title }: ProofChipProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.chip} data-kind={kind} title={title}>
      <ProofShape kind={kind} size={12} />
      {text ?? t(proofSentence[kind])}
    </span>
  )
}
