import * as contract from '@sinew/contract/document/document-contract.ts'
import * as version from '@sinew/contract/document/document-version-contract.ts'
import { retentionRefusals } from '@sinew/core/document/retention-rules.ts'
import { documentTemplates } from '@sinew/core/document/templates/document-templates.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { createDocumentFromTemplate } from './create-from-template.ts'
import {
  approveDocumentVersion,
  publishDocumentVersion,
  retireDocumentVersion,
  returnDocumentVersion,
  submitDocumentVersion,
} from './decide-version.ts'
import { diffDocumentVersions } from './diff-versions.ts'
import { documentRules, externalDocumentRules } from './document-rules.ts'
import { assertDocumentExists, findDocumentVersions, getDocumentVersion } from './document-version-store.ts'
import { createDocumentDraft, deleteDocumentDraft, updateDocumentDraft } from './edit-draft.ts'
import { exportDocumentVersion } from './export-version.ts'
import { getCoverage } from './get-coverage.ts'
import { promiseRules } from './promise-rules.ts'
import { reviewDocument } from './review-document.ts'

const templates = documentTemplates.map(({ id, title, kind, item, sentence, clauses, controls }) => {
  return { ...{ id, title, kind, item, sentence }, clauses: [...clauses], controls: [...controls] }
})

export const documentRoutes: readonly Binding[] = [
  ...registerBindings(contract.documents, documentRules),
  ...registerBindings(contract.promises, promiseRules),
  ...registerBindings(contract.externalDocuments, externalDocumentRules),
  ...registerBindings(contract.retentionRules, {
    searched: ['basis'],
    check: async (_, __, rule) => retentionRefusals(rule),
  }),
  handle(contract.listDocumentTemplates, async () => ({ items: templates })),
  handle(contract.createDocumentFromTemplate, (ctx, { body }) => createDocumentFromTemplate(ctx, body)),
  handle(contract.getDocumentCoverage, (ctx) => getCoverage(ctx)),
  handle(contract.reviewDocument, (ctx, { params, ifMatch, body }) =>
    reviewDocument(ctx, params.documentId, ifMatch, body.note),
  ),
  handle(version.listDocumentVersions, async (ctx, { params }) => {
    await assertDocumentExists(ctx.db, params.documentId)
    return { items: await findDocumentVersions(ctx.db, params.documentId) }
  }),
  handle(version.createDocumentDraft, (ctx, { params, body }) => createDocumentDraft(ctx, params.documentId, body)),
  handle(version.getDocumentVersion, (ctx, { params }) => getDocumentVersion(ctx, params.documentVersionId)),
  handle(version.updateDocumentDraft, (ctx, { params, ifMatch, body }) =>
    updateDocumentDraft(ctx, params.documentVersionId, ifMatch, body),
  ),
  handle(version.deleteDocumentDraft, (ctx, { params, ifMatch }) =>
    deleteDocumentDraft(ctx, params.documentVersionId, ifMatch),
  ),
  handle(version.submitDocumentVersion, (ctx, { params, ifMatch }) =>
    submitDocumentVersion(ctx, { id: params.documentVersionId, ifMatch }),
  ),
  handle(version.returnDocumentVersion, (ctx, { params, ifMatch, body }) =>
    returnDocumentVersion(ctx, { id: params.documentVersionId, ifMatch }, body.reason),
  ),
  handle(version.approveDocumentVersion, (ctx, { params, ifMatch, body }) =>
    approveDocumentVersion(ctx, { id: params.documentVersionId, ifMatch }, body.note),
  ),
  handle(version.publishDocumentVersion, (ctx, { params, ifMatch, body }) =>
    publishDocumentVersion(ctx, { id: params.documentVersionId, ifMatch }, body.effectiveAt),
  ),
  handle(version.retireDocumentVersion, (ctx, { params, ifMatch, body }) =>
    retireDocumentVersion(ctx, { id: params.documentVersionId, ifMatch }, body.reason),
  ),
  handle(version.diffDocumentVersions, (ctx, { params, query }) =>
    diffDocumentVersions(ctx, params.documentVersionId, query.againstVersionId),
  ),
  handle(version.exportDocumentVersion, (ctx, { params, query }) =>
    exportDocumentVersion(ctx, params.documentVersionId, query.format),
  ),
]
