import { createContext, useContext, useSyncExternalStore } from 'react'

const minuteMs = 60_000
const PinnedNow = createContext<number | null>(null)

/** Everything below speaks of time as seen at this instant; null is the present. */
export function NowProvider({ at, children }: { readonly at: number | null; readonly children: React.ReactNode }) {
  return <PinnedNow value={at}>{children}</PinnedNow>
}

const toTheMinute = (): number => Math.floor(Date.now() / minuteMs) * minuteMs

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, minuteMs / 2)
  return () => clearInterval(timer)
}

/** Milliseconds since 1970, moving once a minute; stands still while looking at a past date. */
export function useNow(): number {
  const pinned = useContext(PinnedNow)
  const present = useSyncExternalStore(everyMinute, toTheMinute)
  return pinned ?? present
}
