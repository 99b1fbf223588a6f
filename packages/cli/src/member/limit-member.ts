import type { Session } from '@sinew/contract/account/account-contract.ts'
import { limitMember, listMembers, type Member } from '@sinew/contract/member/member-contract.ts'
import { readAreas, unlimited } from '@sinew/core/access/access-limits.ts'
import { CliError } from '../cli-error.ts'
import { type Connection, readUrl } from '../connection.ts'
import { openSession } from '../open-session.ts'
import { printJson } from '../print-table.ts'
import type { Ask } from '../terminal.ts'
import { limitsInWords } from './limits-in-words.ts'

export type LimitOptions = {
  readonly url?: string
  readonly as?: string
  readonly organization?: string
  readonly json?: true
  readonly until?: string
  readonly readFrom?: string
  readonly readUntil?: string
  readonly area?: readonly string[]
  readonly reason?: string
}

type Limits = Pick<Member, 'accessUntil' | 'readFrom' | 'readUntil' | 'areas'>

/** Says until when somebody may sign in, and what an auditor may read; what is left out stays as it is. */
export async function limit(email: string, options: LimitOptions, ask?: Ask): Promise<string> {
  const { until, readFrom, readUntil, area } = options
  const unknown = area?.find((one) => !readAreas.includes(one))
  if (unknown !== undefined) throw new CliError(`There is no area "${unknown}"; there are ${readAreas.join(', ')}`, 2)
  if ([until, readFrom, readUntil, area].every((one) => one === undefined))
    throw new CliError('Say a limit: --until, --read-from, --read-until or --area', 2)
  return write(email, options, ask, (member) => ({
    accessUntil: until ?? member.accessUntil,
    readFrom: readFrom ?? member.readFrom,
    readUntil: readUntil ?? member.readUntil,
    areas: [...(area ?? member.areas)],
  }))
}

/** Takes every limit away. */
export async function unlimit(email: string, options: LimitOptions, ask?: Ask): Promise<string> {
  return write(email, options, ask, () => ({ ...unlimited, areas: [] }))
}

async function write(
  email: string,
  { url, as, organization, reason, json }: LimitOptions,
  ask: Ask | undefined,
  limitsOf: (member: Member) => Limits,
): Promise<string> {
  const password = process.env.SINEW_PASSWORD || undefined
  const { client, session, end } = await openSession(readUrl(url), { email: as, password }, ask)
  const save = async () => {
    const organizationId = choose(session, organization)
    const member = await findMember({ client, organizationId }, email)
    return client.call(limitMember, {
      params: { organizationId, memberId: member.id },
      ifMatch: member.version,
      body: { ...limitsOf(member), ...(reason === undefined ? {} : { reason }) },
    })
  }
  const now = await save().finally(end)
  if (json) return printJson(now)
  const until = now.accessUntil === null ? 'without a last day' : `until ${now.accessUntil}`
  return `${now.email}: ${now.role} ${until}, may read ${limitsInWords(now)}\n`
}

function choose({ organizations }: Session, slug: string | undefined): string {
  const found = organizations.filter((one) => slug === undefined || one.slug === slug)
  const [only] = found
  if (only !== undefined && found.length === 1) return only.id
  throw new CliError(`Say --organization: one of ${organizations.map((one) => one.slug).join(', ')}`, 2)
}

async function findMember(
  { client, organizationId }: Pick<Connection, 'client' | 'organizationId'>,
  email: string,
): Promise<Member> {
  const { items } = await client.call(listMembers, { params: { organizationId }, query: { q: email, pageSize: 200 } })
  const member = items.find((one) => one.email.toLowerCase() === email.toLowerCase())
  if (member === undefined) throw new CliError(`There is no member ${email}`)
  return member
}
