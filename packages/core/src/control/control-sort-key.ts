/** Own controls follow Annex A in every list. */
const firstOwnKey = 1_000_000

/** Annex A as people count it: A.5.9 before A.5.10, A.8.34 last. @throws RangeError for what is no such reference. */
export function annexASortKey(ref: string): number {
  const parts = /^A\.(\d{1,2})\.(\d{1,3})$/.exec(ref)
  if (parts === null) throw new RangeError(`"${ref}" is no reference of Annex A`)
  return Number(parts[1]) * 1_000 + Number(parts[2])
}

/** What people call an organisation's own control, and where it stands in a list. */
export function ownControlRef(number: number): { readonly ref: string; readonly sortKey: number } {
  return { ref: `C-${number}`, sortKey: firstOwnKey + number }
}
