import type { Context } from '../context.ts'
import { exportSoa } from '../soa/export-soa.ts'
import { draftPaper, versionPaper } from '../soa/soa-paper.ts'
import { findCurrentVersions } from '../soa/soa-version-store.ts'
import type { NamedText } from './export-room.ts'

/** The statement in force, to read and as a table; the draft, marked as one, while no version was approved. */
export async function statementFiles(
  ctx: Context,
): Promise<{ readonly files: readonly NamedText[]; readonly sentence: string }> {
  if (!ctx.can('soa:read')) {
    return {
      files: [],
      sentence: 'The statement of applicability is left out: whoever made this room may not read it.',
    }
  }
  const { approved } = await findCurrentVersions(ctx)
  const paper = approved === null ? await draftPaper(ctx) : await versionPaper(ctx, approved.id)
  const files = await Promise.all(
    (['pdf', 'csv'] as const).map(async (format) => ({
      path: `statement-of-applicability-${paper.suffix}.${format}`,
      content: new Uint8Array(await (await exportSoa(paper, format)).arrayBuffer()),
    })),
  )
  return { files, sentence: paper.sentence }
}
