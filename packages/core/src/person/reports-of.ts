type Reporting = { readonly id: string; readonly managerId: string | null }

/** Ids of everybody who reports to a person, directly or over others; the person is none of them, even where managers form a circle. */
export function reportsOf(people: readonly Reporting[], personId: string): readonly string[] {
  const byManager = Map.groupBy(people, ({ managerId }) => managerId)
  const found = new Set<string>()
  const open = [personId]
  for (let manager = open.pop(); manager !== undefined; manager = open.pop()) {
    for (const { id } of byManager.get(manager) ?? []) {
      if (id === personId || found.has(id)) continue
      found.add(id)
      open.push(id)
    }
  }
  return [...found]
}
