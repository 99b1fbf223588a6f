import { createHash } from 'node:crypto'
import type { LedgerBreak, LedgerVerification } from '@sinew/contract/ledger/verification-contract.ts'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { compareRows } from './compare-rows.ts'

/** Links read at a time. */
const batch = 500
/** Breaks that are told; of more there are as many as it says. */
const mostTold = 50

/**
 * Works the whole chain out again from the entries as they are now, and holds every row against its newest entry.
 * @param expected the hash of a link that somebody noted: the chain must still hold it
 */
export async function verifyLedger(ctx: Context, expected: string | undefined): Promise<LedgerVerification> {
  const breaks: LedgerBreak[] = []
  let last = { position: 0, hash: sha256(Buffer.from(ctx.organizationId, 'utf8')), at: null as Date | null }
  let sealed = 0
  let expectedAt: number | null = null
  for (;;) {
    const links = await readLinks(ctx.db, last.position)
    for (const link of links) {
      breaks.push(...breaksOf(link, last))
      sealed += link.told
      if (expected !== undefined && link.hash.toString('hex') === expected) expectedAt = link.position
      last = { position: link.position, hash: link.hash, at: link.sealed_at }
    }
    if (links.length < batch) break
  }
  const open = await countOpen(ctx.db)
  for (const seq of open.slipped) breaks.push({ position: null, entry: seq, what: 'slipped_in', row: null })
  const compared = await compareRows(ctx.db, ctx.services.timeTravelTables)
  const breakCount = breaks.length + compared.differenceCount
  const isNoted = expected === undefined || expectedAt !== null
  return {
    holds: breakCount === 0 && isNoted,
    links: last.position,
    entries: sealed,
    waiting: open.waiting,
    rows: compared.rows,
    last:
      last.at === null ? null : { position: last.position, hash: last.hash.toString('hex'), at: last.at.toISOString() },
    expectedAt,
    breakCount,
    breaks: [...breaks, ...compared.breaks].slice(0, mostTold),
  }
}

type Link = {
  readonly position: number
  readonly sealed_at: Date
  readonly told: number
  readonly content: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
  readonly found: number
  readonly now: Buffer | null
}

async function readLinks(db: Reader, after: number): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select s.position::int as position, s.sealed_at, cardinality(s.seqs) as told, s.content, s.previous, s.hash,
      f.found::int as found, f.now
    from (select * from ledger_seal where position > ${after} order by position limit ${batch}) s
    cross join lateral (
      select count(*) as found, sha256(string_agg(revision_digest(r), ''::bytea order by r.seq)) as now
      from revision r where r.seq = any (s.seqs)) f
    order by s.position`.execute(db)
  return rows
}

function breaksOf(link: Link, last: { readonly position: number; readonly hash: Buffer }): readonly LedgerBreak[] {
  const { position, told, found, now, content, previous, hash } = link
  const at = (what: LedgerBreak['what']): LedgerBreak => ({ position, entry: null, what, row: null })
  const place = Buffer.alloc(8)
  place.writeBigInt64BE(BigInt(position))
  return [
    ...(position === last.position + 1 ? [] : [at('link_missing')]),
    ...(previous.equals(last.hash) ? [] : [at('link_broken')]),
    ...(hash.equals(sha256(Buffer.concat([previous, place, content]))) ? [] : [at('link_changed')]),
    ...(found === told ? [] : [at('entry_missing')]),
    ...(found !== told || now?.equals(content) === true ? [] : [at('entry_changed')]),
  ]
}

/** Entries in no link: those that wait for the next one, and those that claim to be older than the last. */
async function countOpen(db: Reader): Promise<{ readonly waiting: number; readonly slipped: readonly number[] }> {
  const { rows } = await sql<{ seq: number; is_late: boolean }>`
    select r.seq::int as seq, coalesce(r.written_by < l.upto, false) as is_late
    from revision r left join (select unnest(seqs) as seq from ledger_seal) s on s.seq = r.seq
    left join (select upto from ledger_seal order by position desc limit 1) l on true
    where s.seq is null
    order by r.seq`.execute(db)
  return {
    waiting: rows.filter((row) => !row.is_late).length,
    slipped: rows.flatMap((row) => (row.is_late ? [row.seq] : [])),
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
