import { mayEver, type Reader } from '@sinew/core/access/access-limits.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { type NavigationGroup, type NavigationItem, navigation } from './navigation.ts'

function isReadable(reader: Reader, { path, reads }: NavigationItem): boolean {
  const head = registerHeads.find(({ plural }) => path.endsWith(`/${plural}`))
  return (reads ?? (head === undefined ? [] : [head.read])).every((permission) => mayEver(reader, permission))
}

/** The menu with what somebody may read. */
export function readablePages(reader: Reader): readonly NavigationGroup[] {
  return navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => isReadable(reader, item)) }))
    .filter(({ items }) => items.length > 0)
}
