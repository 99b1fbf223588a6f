import type { ChainSnapshot, ControlLink, MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'

/** What the statement needs of a risk: what it is called and which controls treat it, not what it costs. */
export type SoaRisk = Pick<RiskInput, 'id' | 'number' | 'title' | 'status'> & {
  readonly links: readonly Pick<ControlLink, 'controlId'>[]
}

/** The part of the chain the Statement of Applicability is derived from; every whole snapshot is one. */
export type SoaSnapshot = Pick<
  ChainSnapshot,
  | 'organizationId'
  | 'controls'
  | 'obligations'
  | 'assets'
  | 'people'
  | 'actions'
  | 'collectors'
  | 'decisions'
  | 'pinnedControlIds'
> & {
  readonly methodology: Pick<MethodologyInput, 'version'>
  readonly risks: readonly SoaRisk[]
}
