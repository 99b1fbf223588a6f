import type { OutputOf } from '@sinew/contract/client.ts'
import type { verifySoaVersion as route } from '@sinew/contract/soa/soa-version-contract.ts'
import type { Context } from '../context.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { findPreviousApproved, getSoaContent, getSoaVersion } from './soa-version-store.ts'

/** Computes the hash again from the stored content, and compares the version before as this content names it. */
export async function verifySoaVersion(ctx: Context, soaVersionId: string): Promise<OutputOf<typeof route>> {
  const version = await getSoaVersion(ctx, soaVersionId)
  const content = await getSoaContent(ctx.db, soaVersionId)
  const computed = contentHash(content)
  const matches = computed === version.hash
  const previous = await findPreviousApproved(ctx, content)
  const previousMatches = content.previous === null ? null : previous?.hash === content.previous.hash
  const name = `Version ${version.number}`
  const sentence = !matches
    ? `${name} is not what was proposed: its content has another hash than the one that was kept.`
    : previousMatches === false
      ? `${name} is unchanged, but version ${content.previous?.version}, which it was based on, is not the one it names.`
      : `${name} is unchanged since ${version.proposedByName} proposed it.`
  return { matches, stored: version.hash, computed, previousMatches, sentence }
}
