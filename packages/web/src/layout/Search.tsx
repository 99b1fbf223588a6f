import { useHotkeys, useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'

const searchEvent = 'sinew:search'

export const openSearch = () => window.dispatchEvent(new Event(searchEvent))

/** Loads the search box when it is first asked for: ⌘K, `/` or a click. */
export function Search() {
  const [Box, setBox] = useState<React.ComponentType | null>(null)
  const open = () =>
    void import('./SearchBox.tsx').then(({ SearchBox, openSearchBox }) => {
      setBox(() => SearchBox)
      openSearchBox()
    })
  useWindowEvent(searchEvent, open)
  useHotkeys([
    ['mod + K', open],
    ['/', open],
  ])
  return Box && <Box />
}
