import { type RefObject, useLayoutEffect, useState } from 'react'
import { anchorOf, type PageSection } from './page-section.ts'

/** What panels are known by, on the pages that list them. */
export const panelSelector = 'section[data-panel]'

/**
 * The panels of a page in their order. They are read from the page itself, because many come late and some only when there
 * is something to show; each gets the anchor that its title makes, unless what it stands in has one.
 */
export function usePageSections(content: RefObject<HTMLElement | null>): readonly PageSection[] {
  const [sections, setSections] = useState<readonly PageSection[]>([])
  useLayoutEffect(() => {
    const page = content.current
    if (page === null) return
    const arrival = arriveAt(decodeURIComponent(location.hash.slice(1)))
    const read = () => {
      const found = panelsOf(page).map(sectionOf)
      setSections((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
      arrival.go()
    }
    read()
    const watch = new MutationObserver(read)
    watch.observe(page, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['data-panel'],
    })
    return () => {
      watch.disconnect()
      arrival.end()
    }
  }, [content])
  return sections
}

/** How long what comes late may still push an arrival away. */
const settledMs = 5000
const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** An address can name a part that comes late, below others that do: stays with it until all is there, or somebody acts. */
function arriveAt(id: string) {
  let isOver = id === ''
  const end = () => {
    isOver = true
    clearTimeout(settled)
    for (const act of acts) removeEventListener(act, end)
  }
  const settled = setTimeout(end, settledMs)
  for (const act of acts) addEventListener(act, end, { passive: true })
  return { go: () => isOver || placeOf(id)?.scrollIntoView(), end }
}

/** The element at an anchor. */
export function placeOf(id: string): HTMLElement | null {
  return document.getElementById(id)
}

function panelsOf(page: HTMLElement): readonly HTMLElement[] {
  const panels = [...page.querySelectorAll<HTMLElement>(panelSelector)]
  return panels.filter(
    (panel) =>
      panel.querySelector('h2') !== null &&
      panel.parentElement?.closest(panelSelector) === null &&
      !isIn(panel, panels),
  )
}

function isIn(panel: HTMLElement, panels: readonly HTMLElement[]): boolean {
  return panels.some((other) => other !== panel && other.contains(panel))
}

function sectionOf(panel: HTMLElement): PageSection {
  const title = panel.querySelector('h2')?.textContent ?? ''
  const around = panel.parentElement
  const given = around !== null && around.id !== '' && around.firstElementChild === panel ? around.id : panel.id
  if (given === '') panel.id = anchorOf(title, (id) => placeOf(id) !== null)
  return { id: given === '' ? panel.id : given, title, note: panel.dataset.panel || undefined }
}
