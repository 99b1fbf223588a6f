import type { Methodology } from '@sinew/contract/methodology/methodology-contract.ts'
import { methodologyDiff } from '@sinew/core/methodology/methodology-diff.ts'
import type { Reader } from '../context.ts'
import { findMethodologyVersions, getMethodologyVersion } from './methodology-store.ts'

/** What `methodologyId` changed against another version; against the one before it when none is named. */
export async function diffMethodologyVersions(db: Reader, methodologyId: string, against: string | undefined) {
  const to = await getMethodologyVersion(db, methodologyId)
  const from = await getMethodologyVersion(db, against ?? (await versionBefore(db, to)) ?? methodologyId)
  return {
    from,
    to,
    items: methodologyDiff(from.content, to.content).map((difference) => ({ ...difference })),
  }
}

async function versionBefore(db: Reader, { versionNumber }: Methodology): Promise<string | undefined> {
  const versions = await findMethodologyVersions(db)
  return versions.find((version) => version.versionNumber < versionNumber)?.id
}
