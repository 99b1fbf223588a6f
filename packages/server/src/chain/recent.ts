type Entry<T> = { readonly version: string; readonly weight: number; readonly value: T }

export type Recent<T> = {
  /** What was kept of the object in exactly this version. */
  readonly find: (id: string, version: string) => T | undefined
  /** Puts it in the place of any other version, and drops what was asked for longest ago when there is no room. */
  readonly keep: (id: string, version: string, value: T, weight: number) => void
}

/** Keeps what was asked for last, as long as its weights add up to no more than `room`. */
export function keepRecent<T>(room: number): Recent<T> {
  // The one asked for last stands at the end.
  const entries = new Map<string, Entry<T>>()
  return {
    find: (id, version) => {
      const entry = entries.get(id)
      if (entry?.version !== version) return undefined
      entries.delete(id)
      entries.set(id, entry)
      return entry.value
    },
    keep: (id, version, value, weight) => {
      entries.delete(id)
      entries.set(id, { version, weight, value })
      let used = [...entries.values()].reduce((sum, entry) => sum + entry.weight, 0)
      for (const [oldest, entry] of entries) {
        if (used <= room) return
        entries.delete(oldest)
        used -= entry.weight
      }
    },
  }
}
