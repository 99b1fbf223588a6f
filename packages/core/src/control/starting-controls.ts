import { type AnnexAControl, annexAControls } from '../catalogue/annex-a.ts'
import { natureOfEvidenceKind } from '../catalogue/evidence-kind.ts'
import type { EvidenceNature } from '../chain/chain-snapshot.ts'
import { annexASortKey } from './control-sort-key.ts'

/**
 * A proof that something happens weighs twice a document that says it should: a control with every policy written and
 * nothing to show for it is at a third, not at a half. People change weights, with a reason.
 */
export const startingWeights: Readonly<Record<EvidenceNature, number>> = { operation: 1, design: 0.5 }

export type StartingNeed = {
  readonly title: string
  readonly cadenceDays: number
  readonly weight: number
  readonly nature: EvidenceNature
}

export type StartingControl = Pick<AnnexAControl, 'title' | 'theme' | 'purpose'> & {
  readonly ref: string
  readonly sortKey: number
  readonly needs: readonly StartingNeed[]
}

/** The 93 controls as a new organisation gets them: nothing started, and what the catalogue says would prove each. */
export function startingControls(): readonly StartingControl[] {
  return annexAControls.map((control) => ({
    ref: control.id,
    sortKey: annexASortKey(control.id),
    title: control.title,
    theme: control.theme,
    purpose: control.purpose,
    needs: control.evidence.map((evidence) => {
      const nature = natureOfEvidenceKind(evidence.kind)
      return { title: evidence.title, cadenceDays: evidence.cadenceDays, weight: startingWeights[nature], nature }
    }),
  }))
}
