import * as statement from '@sinew/contract/soa/soa-contract.ts'
import * as line from '@sinew/contract/soa/soa-line-contract.ts'
import * as version from '@sinew/contract/soa/soa-version-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { decideSoaLines } from './decide-soa-lines.ts'
import { approveSoaVersion, rejectSoaVersion, withdrawSoaVersion } from './decide-soa-version.ts'
import { diffVersions } from './diff-versions.ts'
import { exportSoa } from './export-soa.ts'
import { getSoa } from './get-soa.ts'
import { getSoaLine } from './get-soa-line.ts'
import { proposeSoaVersion } from './propose-soa-version.ts'
import { draftPaper, versionPaper } from './soa-paper.ts'
import { findSoaVersions, getSoaVersionWithContent } from './soa-version-store.ts'
import { updateSoaLine } from './update-soa-line.ts'
import { verifySoaVersion } from './verify-soa-version.ts'

export const soaRoutes: readonly Binding[] = [
  handle(statement.getSoa, (ctx, { query }) => getSoa(ctx, query)),
  handle(statement.exportSoa, async (ctx, { query }) => exportSoa(await draftPaper(ctx), query.format)),
  handle(statement.exportSoaVersion, async (ctx, { params, query }) =>
    exportSoa(await versionPaper(ctx, params.soaVersionId), query.format),
  ),
  handle(line.decideSoaLines, (ctx, { body }) => decideSoaLines(ctx, body)),
  handle(line.getSoaLine, (ctx, { params }) => getSoaLine(ctx, params.controlId)),
  handle(line.updateSoaLine, (ctx, { params, ifMatch, body }) => updateSoaLine(ctx, params.controlId, ifMatch, body)),
  handle(version.listSoaVersions, async (ctx) => ({ items: await findSoaVersions(ctx) })),
  handle(version.getSoaVersion, (ctx, { params }) => getSoaVersionWithContent(ctx, params.soaVersionId)),
  handle(version.verifySoaVersion, (ctx, { params }) => verifySoaVersion(ctx, params.soaVersionId)),
  handle(version.diffSoa, (ctx, { query }) => diffVersions(ctx, query)),
  handle(version.proposeSoaVersion, (ctx, { body }) => proposeSoaVersion(ctx, body)),
  handle(version.approveSoaVersion, (ctx, { params, ifMatch, body }) =>
    approveSoaVersion(ctx, { id: params.soaVersionId, ifMatch, note: body.note, changeId: body.changeId }),
  ),
  handle(version.rejectSoaVersion, (ctx, { params, ifMatch, body }) =>
    rejectSoaVersion(ctx, { id: params.soaVersionId, ifMatch, note: body.note }),
  ),
  handle(version.withdrawSoaVersion, (ctx, { params, ifMatch, body }) =>
    withdrawSoaVersion(ctx, { id: params.soaVersionId, ifMatch, note: body.note }),
  ),
]
