/** Which table each id field of the API names, by the field's name. Plural fields hold ids of the same table. */
export const entityOfIdField: Readonly<Record<string, string>> = {
  acceptanceId: 'risk_acceptance',
  actionId: 'treatment_action',
  against: 'methodology',
  assetId: 'asset',
  assetIds: 'asset',
  controlId: 'control',
  linkId: 'risk_control',
  memberId: 'member',
  methodologyId: 'methodology',
  obligationId: 'obligation',
  needId: 'evidence_need',
  ownerId: 'person',
  personId: 'person',
  riskId: 'risk',
  successorId: 'person',
}
