import type { Bearing } from '@sinew/core/register/field.ts'
import { ProofShape } from './ProofShape.tsx'
import type { ProofKind } from './proof-kind.ts'
import classes from './Standing.module.css'

export type StandingProps = {
  /** Left out: a word that says no more than what something is, as it stands. */
  readonly bearing: Bearing | undefined
  /** Why, on hover. */
  readonly title?: string
  readonly children: React.ReactNode
}

/** A standing in a word, with the shape and colour that the same standing of a proof has. */
export function Standing({ bearing, title, children }: StandingProps) {
  if (bearing === undefined) return children
  return (
    <span className={classes.chip} data-bearing={bearing} title={title}>
      <BearingShape bearing={bearing} />
      {children}
    </span>
  )
}

const proofs: Readonly<Record<Exclude<Bearing, 'warning'>, ProofKind>> = {
  good: 'proven',
  late: 'stale',
  bad: 'failing',
  unknown: 'unproven',
}

/** The shape alone: always beside its word. */
export function BearingShape({ bearing }: { readonly bearing: Bearing }) {
  if (bearing !== 'warning') return <ProofShape kind={proofs[bearing]} size={12} />
  return (
    <svg width={12} height={12} viewBox="0 0 14 14" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d="M7 1.5l6 11H1z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M7 5.6v3m0 1.6v.4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  )
}
