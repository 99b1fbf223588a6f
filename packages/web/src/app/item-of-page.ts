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

/** The pages of what is no register and has parts that are. */
const pagesOf: Readonly<Record<string, string>> = {
  asset: paths.assets,
  control: paths.controls,
  obligation: paths.obligations,
  person: paths.people,
  risk: paths.risks,
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
  return find(listOf(whole)) ?? ofSubject(whole, items)
}

/** What the object on whose page an object of this register stands is called in the ledger. */
function wholeOf({ table, part }: RegisterHead): string {
  if (part === null) return table
  const whole = registerHeads.find((one) => one.table === part.entity)
  return whole === undefined ? part.entity : wholeOf(whole)
}

function listOf(entity: string): string | undefined {
  const head = registerHeads.find(({ table }) => table === entity)
  return head === undefined ? pagesOf[entity] : `/o/$slug/${head.plural}`
}

function ofSubject(here: string, items: readonly NavigationItem[]): NavigationItem | undefined {
  const addresses = subjectOf(here)?.pages.map((page) => ('table' in page ? listOf(page.table) : page.path))
  return items.find(({ path }) => addresses?.includes(path))
}
