/** What people call a requirement: an item of a clause that has no letter is called by its clause, `8.1.criteria` by 8.1. */
export function numberOfRequirement(ref: string): string {
  return ref.replace(/\.amd(\d+)$/, ' Amd $1').replace(/\.[a-z]{2,}$/, '')
}
