import type { ProofKind } from './proof-kind.ts'

const marks: Readonly<Record<ProofKind, React.ReactNode>> = {
  proven: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4.2 7.2l2 2 3.7-4.2" fill="none" stroke="var(--sn-surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  stale: (
    <>
      <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M7 3.6V7l2.3 1.5" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  failing: (
    <>
      <rect x="1.6" y="1.6" width="10.8" height="10.8" rx="2" fill="currentColor" />
      <path d="M4.6 4.6l4.8 4.8m0-4.8l-4.8 4.8" stroke="var(--sn-surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  unproven: (
    <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.760" />
  ),
  excluded: <path d="M2.5 7h9" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
}

/** The shape alone: always beside its word or under a label of its own. */
export function ProofShape({ kind, size = 14 }: { readonly kind: ProofKind; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {marks[kind]}
    </svg>
  )
}
