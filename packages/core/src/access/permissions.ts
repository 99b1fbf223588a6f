export const roles = ['owner', 'manager', 'contributor', 'auditor', 'reader'] as const
export type Role = (typeof roles)[number]

const everyRole = roles
const writers: readonly Role[] = ['owner', 'manager', 'contributor']
const managers: readonly Role[] = ['owner', 'manager']
const owners: readonly Role[] = ['owner']
const auditors: readonly Role[] = ['owner', 'manager', 'auditor']

/** Which roles hold each permission. The auditor reads everything, the ledger included, and changes nothing. */
export const permissions = {
  'organization:read': everyRole,
  'organization:write': owners,
  'member:read': everyRole,
  'member:manage': owners,
  /** To say how long somebody may sign in, and what an auditor may read. */
  'member:limit': managers,
  /** What auditors opened. */
  'access:read': managers,
  'token:own': everyRole,
  'methodology:read': everyRole,
  'methodology:write': managers,
  'methodology:approve': owners,
  'risk:read': everyRole,
  'risk:write': writers,
  'risk:delete': managers,
  /** Entitlement to a level is decided by the methodology; the route is open to whoever may own a risk. */
  'risk:accept': writers,
  'occurrence:read': everyRole,
  'occurrence:write': writers,
  'occurrence:delete': managers,
  /** To vouch that a time is recorded completely: what nothing happened in counts only then. */
  'occurrence:vouch': managers,
  'asset:read': everyRole,
  'asset:write': writers,
  'person:read': everyRole,
  'person:write': managers,
  'obligation:read': everyRole,
  'obligation:write': writers,
  'control:read': everyRole,
  'control:write': writers,
  'control:decide': managers,
  'evidence:read': everyRole,
  'evidence:write': writers,
  'evidence:review': managers,
  'collector:manage': managers,
  'soa:read': everyRole,
  'soa:write': managers,
  'soa:approve': owners,
  /** To link one object to another, with the right to write the one it is linked from. */
  'link:write': writers,
  'context:read': everyRole,
  'context:write': writers,
  'context:manage': managers,
  'document:read': everyRole,
  'document:write': writers,
  'document:manage': managers,
  /** To say that one has read what one was asked to read. */
  'acknowledgement:own': everyRole,
  'objective:read': everyRole,
  'objective:write': writers,
  'objective:manage': managers,
  'change:read': everyRole,
  'change:write': writers,
  'change:manage': managers,
  'incident:read': everyRole,
  /** Whoever sees something may say so. */
  'incident:report': everyRole,
  'incident:write': writers,
  'incident:manage': managers,
  'supplier:read': everyRole,
  'supplier:write': writers,
  'supplier:manage': managers,
  'training:read': everyRole,
  /** To say that one has done a course that one was assigned. */
  'training:own': everyRole,
  'training:write': writers,
  'training:manage': managers,
  'audit:read': everyRole,
  'audit:write': managers,
  'audit:manage': managers,
  'review:read': everyRole,
  'review:write': managers,
  'review:manage': managers,
  'finding:read': everyRole,
  'finding:write': writers,
  'finding:manage': managers,
  'certification:read': everyRole,
  'certification:write': managers,
  'certification:manage': managers,
  /** What is due of everybody; a register's own work is shown to those who may read that register. */
  'work:read': everyRole,
  'work:write': writers,
  'work:manage': managers,
  /** One's own reminders and calendar address. */
  'work:own': everyRole,
  'movement:read': everyRole,
  /** The whole chain at once, with everything derived from it: the first screen, look ahead, explanations. */
  'chain:read': everyRole,
  'ledger:read': auditors,
  'ledger:restore': managers,
  'comment:read': everyRole,
  'comment:write': ['owner', 'manager', 'contributor', 'auditor'],
  'view:own': everyRole,
  /** Answering training questions, and seeing how one did. */
  'calibration:own': everyRole,
  /** How many questions others answered, and how many of their ranges held the truth; never an answer. */
  'calibration:read': auditors,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Roles for which the records of others are only to be read: a page offers them nothing else. */
export const readingRoles: readonly Role[] = ['auditor', 'reader']

export function hasPermission(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
