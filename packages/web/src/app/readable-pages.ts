import { type AccessLimits, isWithinAreas } from '@sinew/core/access/access-limits.ts'
import { hasPermission, type Permission, type Role } from '@sinew/core/access/permissions.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { type NavigationGroup, type NavigationItem, navigation } from './navigation.ts'

type Reader = AccessLimits & { readonly role: Role }

/** Whether somebody may read (or do) this at all: by their role, and by the areas their access is limited to. */
export function mayEver(reader: Reader, permission: Permission): boolean {
  return hasPermission(reader.role, permission) && isWithinAreas(reader, permission)
}

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
