import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import type { NavigationGroup } from '../app/navigation.ts'

type Chosen = Readonly<Record<string, boolean>>

/**
 * Which groups of the menu are open: as the person left them, in this browser. The group of the page on screen opens by itself, and
 * closes for as long as the person stays in it when they say so.
 */
export function useOpenGroups(userId: string, current: NavigationGroup | undefined) {
  const [chosen, choose] = useLocalStorage<Chosen>({
    key: `sinew-menu-${userId}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const [closedHere, closeHere] = useState<string | null>(null)
  const isOpen = (group: NavigationGroup) =>
    group === current ? closedHere !== group.title : (chosen[group.title] ?? group.isOpen)
  const toggle = (group: NavigationGroup) => {
    const next = !isOpen(group)
    closeHere(next || group !== current ? null : group.title)
    choose({ ...chosen, [group.title]: next })
  }
  return { isOpen, toggle }
}
