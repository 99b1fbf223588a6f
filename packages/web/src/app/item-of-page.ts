import type { RegisterHead } from '@sinew/core/register/register-head.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { subjectOf } from '../register/subjects.ts'
import type { NavigationItem } from './navigation.ts'
import { paths } from './paths.ts'

/** Pages that stand under an entry which neither their address nor a subject names. */
const under: Readonly<Record<string, string>> = {
  [paths.movements]: paths.pulse,
  [paths.collectors]: paths.evidence,
  [paths.firstChain]: paths.risks,
}

/**
 * The entry of the menu that a page belongs to: by its address, its subject, or the object it is a part of.
 * @param pathname as `/o/acme/interested-parties/4`
 */
export function itemOfPage(pathname: string, items: readonly NavigationItem[]): NavigationItem | undefined {
  const [, , , first = ''] = pathname.split('/')
  const path = first === '' ? paths.pulse : `/o/$slug/${first}`
  const find = (wanted: string | undefined) => items.find((item) => item.path === wanted)
  const head = registerHeads.find(({ plural }) => plural === first)
  if (head === undefined) return find(path) ?? find(under[path]) ?? ofSubject(path, items)
  const whole = wholeOf(head)
  return find(`/o/$slug/${whole.plural}`) ?? ofSubject(whole.table, items)
}

/** The register whose page an object of this one stands on. */
function wholeOf(head: RegisterHead): RegisterHead {
  const whole = registerHeads.find(({ table }) => table === head.part?.entity)
  return whole === undefined ? head : wholeOf(whole)
}

function ofSubject(here: string, items: readonly NavigationItem[]): NavigationItem | undefined {
  const addresses = subjectOf(here)?.pages.map((page) =>
    'table' in page ? `/o/$slug/${registerHeads.find(({ table }) => table === page.table)?.plural}` : page.path,
  )
  return items.find(({ path }) => addresses?.includes(path))
}
