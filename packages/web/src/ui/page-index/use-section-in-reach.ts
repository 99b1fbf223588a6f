import { useEffect, useState } from 'react'
import { type PageSection, sectionInReach } from './page-section.ts'
import { placeOf } from './use-page-sections.ts'

/** Header, jump menu and a little air: what is above this line has been read. */
const line = 120

/** The part of the page that is read now, and how to go to another. */
export function useSectionInReach(sections: readonly PageSection[]) {
  const [chosen, choose] = useState<string | null>(null)
  const [reached, reach] = useState<string | undefined>()
  useEffect(() => {
    const look = () => {
      const places = sections.flatMap(({ id }) => {
        const box = placeOf(id)?.getBoundingClientRect()
        return box === undefined ? [] : [{ id, top: box.top, bottom: box.bottom }]
      })
      const { scrollHeight } = document.documentElement
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2
      reach(sectionInReach(places, line, chosen, isAtEnd))
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [sections, chosen])
  const go = (id: string) => {
    const place = placeOf(id)
    if (place === null) return
    choose(id)
    // The address changes without leaving the page: what is being typed on it stays.
    history.replaceState(history.state, '', `#${id}`)
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }
  return { reached, go }
}
