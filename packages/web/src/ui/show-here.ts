/** On a narrow screen the tab of this page is in sight, between its neighbours. */
export function showHere(tabs: HTMLElement | null): void {
  const find = (marked: string) => tabs?.querySelector<HTMLElement>(marked)
  const here = find('[data-current]') ?? find('[aria-current]')
  if (tabs && here) tabs.scrollLeft = here.offsetLeft - (tabs.clientWidth - here.offsetWidth) / 2
}
