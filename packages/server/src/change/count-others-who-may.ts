import { hasPermission, type Permission, type Role } from '@sinew/core/access/permissions.ts'
import type { Context, Reader } from '../context.ts'

/** Other members whose role lets them do this: whether there is a second pair of eyes. */
export async function countOthersWhoMay(
  { actor }: Pick<Context, 'actor'>,
  db: Pick<Reader, 'selectFrom'>,
  permission: Permission,
): Promise<number> {
  const members = await db.selectFrom('member').where('user_id', '<>', actor.id).select('role').execute()
  return members.filter((member) => hasPermission(member.role as Role, permission)).length
}
