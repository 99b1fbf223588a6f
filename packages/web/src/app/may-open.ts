import { mayEver, type Reader } from '@sinew/core/access/access-limits.ts'
import type { Permission } from '@sinew/core/access/permissions.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { navigation } from './navigation.ts'
import { type Path, paths } from './paths.ts'

/** Pages that no entry of the menu stands for. */
const others: Readonly<Record<string, Permission>> = {
  [paths.heatMap]: 'chain:read',
  [paths.collectors]: 'evidence:read',
  [paths.movements]: 'movement:read',
  [paths.work]: 'work:read',
  [paths.calendar]: 'work:read',
  [paths.documentCoverage]: 'document:read',
  [paths.raci]: 'document:read',
}

/** Whether somebody may read what a page is about; a page that says who may see it answers for itself. */
export function mayOpen(reader: Reader, to: Path, params: Readonly<Record<string, unknown>> = {}): boolean {
  if (!to.startsWith(paths.pulse)) return true
  const first = to === paths.register || to === paths.registered ? params.register : to.split('/')[3]
  const path = first === undefined ? paths.pulse : `/o/$slug/${first}`
  const other = others[to] ?? others[path]
  if (other !== undefined) return mayEver(reader, other)
  const head = registerHeads.find(({ plural }) => plural === first)
  if (head !== undefined) return mayEver(reader, head.read)
  const item = navigation.flatMap(({ items }) => items).find((one) => one.path === path)
  return (item?.reads ?? []).every((permission) => mayEver(reader, permission))
}
