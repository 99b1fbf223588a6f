/** Two strands, one solid and one dashed: what is proven and what is claimed, bound together. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path
        d="M9 4c0 8 14 9 14 16s-4 7-5 8"
        fill="none"
        stroke="var(--sn-accent)"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <path
        d="M23 4c0 8-14 9-14 16s4 7 5 8"
        fill="none"
        stroke="var(--sn-accent)"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeDasharray="0.1 5.4"
        opacity="0.75"
      />
    </svg>
  )
}
