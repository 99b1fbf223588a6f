import { registers } from '@sinew/contract/register/registers.ts'

const own: Readonly<Record<string, string>> = {
  acceptanceId: 'risk_acceptance',
  acknowledgementRequestId: 'acknowledgement_request',
  actionId: 'treatment_action',
  against: 'methodology',
  assetId: 'asset',
  againstVersionId: 'document_version',
  assetIds: 'asset',
  calibrationRoundId: 'calibration_round',
  collectorId: 'collector',
  commentId: 'comment',
  controlId: 'control',
  documentVersionId: 'document_version',
  deletionId: 'deletion',
  entityId: 'risk',
  estimateRequestId: 'estimate_request',
  evidenceId: 'evidence',
  fileId: 'file',
  ingestRunId: 'ingest_run',
  linkId: 'risk_control',
  invitationId: 'invitation',
  memberId: 'member',
  methodologyId: 'methodology',
  mentionId: 'comment_mention',
  metricIds: 'metric',
  movementId: 'movement',
  needId: 'evidence_need',
  needIds: 'evidence_need',
  objectLinkId: 'object_link',
  obligationId: 'obligation',
  toId: 'risk',
  occurrenceId: 'risk_occurrence',
  occurrenceIds: 'risk_occurrence',
  ownerId: 'person',
  personId: 'person',
  personIds: 'person',
  policyId: 'insurance_policy',
  request: 'deletion',
  riskId: 'risk',
  soaVersionId: 'soa_version',
  successorId: 'person',
  supersedesId: 'evidence',
  managerId: 'person',
  unitIds: 'unit',
  tokenId: 'api_token',
  viewId: 'saved_view',
  watchId: 'occurrence_watch',
  riskIds: 'risk',
  whatIfId: 'what_if',
}

/** Those of registers follow from their declarations: the object's own id, and what its references name. */
const ofRegisters = registers.flatMap(({ idName, register }) => [
  [idName, register.table] as const,
  ...Object.entries({ ...register.fields, ...register.stamped }).flatMap(([key, field]) =>
    field.kind === 'reference' ? [[key, field.to] as const] : [],
  ),
])

/** Which table each id field of the API names, by the field's name. Plural fields hold ids of the same table. */
export const entityOfIdField: Readonly<Record<string, string>> = { ...Object.fromEntries(ofRegisters), ...own }
