const scheme = 'data-mantine-color-scheme'

/** Paper is white, whatever the screen shows: while a page is printed it has its light colours. */
export function printInLight(page: HTMLElement): void {
  let onScreen: string | null = null
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (matches) {
      onScreen = page.getAttribute(scheme)
      page.setAttribute(scheme, 'light')
    } else if (onScreen !== null) {
      page.setAttribute(scheme, onScreen)
    }
  })
}
