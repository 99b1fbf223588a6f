import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { type DeskView, type LossDesk, openLossDesk } from './loss-desk.ts'

/** A desk for the snapshot on screen, with a worker of its own while it is on screen. */
export function useOpenDesk(snapshot: ChainSnapshot, at: number): LossDesk {
  const desk = useMemo(
    () =>
      openLossDesk(snapshot, at, () => new Worker(new URL('./loss-worker.ts', import.meta.url), { type: 'module' })),
    [snapshot, at],
  )
  useEffect(() => {
    desk.start()
    return desk.close
  }, [desk])
  return desk
}

const CurrentDesk = createContext<LossDesk | null>(null)
export const DeskProvider = CurrentDesk

export function useDesk(): LossDesk {
  const desk = useContext(CurrentDesk)
  if (desk === null) throw new Error('This part of the page needs a loss desk around it.')
  return desk
}

/** A part of what the desk shows: the component is drawn again only when that part changes. */
export function useDeskView<T>(part: (view: DeskView) => T): T {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, () => part(desk.view()))
}
