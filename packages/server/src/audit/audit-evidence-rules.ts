import type { auditEvidenceRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { assertRequirements } from '../register/known-requirements.ts'
import type { RegisterRules } from '../register/register-rules.ts'

export const auditEvidenceRules: RegisterRules<typeof auditEvidenceRegister> = {
  searched: ['source', 'details'],
  check: async (ctx, tx, { requirements, seenAt }) => {
    await assertRequirements(tx, 'requirements', requirements)
    if (isDayAhead(seenAt, ctx.now.getTime())) throw invalidField('seenAt', 'It cannot have been seen in the future.')
    return []
  },
  /** The hash of what was written and of the file it shows, so that both can be compared later. */
  begins: async (_, tx, { title, seenAt, source, link, details, evidenceId }) => {
    const shown = evidenceId === null ? null : await fileHash(tx, evidenceId)
    const content = { title, seenAt, source, link, details, evidenceId, file: shown }
    return { contentHash: contentHash(content) }
  },
}

async function fileHash(tx: Reader, evidenceId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('evidence')
    .innerJoin('file', 'file.id', 'evidence.file_id')
    .select('file.sha256')
    .where('evidence.id', '=', evidenceId)
    .executeTakeFirst()
  return row?.sha256 ?? null
}
