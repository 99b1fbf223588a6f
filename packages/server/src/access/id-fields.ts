/** Which table each id field of the API names, by the field's name. Plural fields hold ids of the same table. */
export const entityOfIdField: Readonly<Record<string, string>> = {
  assetId: 'asset',
  assetIds: 'asset',
  controlId: 'control',
  memberId: 'member',
  obligationId: 'obligation',
  needId: 'evidence_need',
  ownerId: 'person',
  personId: 'person',
  successorId: 'person',
}
