/**
 * Who may call each route, written down apart from the code that decides it: o owner, m manager, c contributor, a auditor,
 * r reader; `session` anybody signed in, `public` everybody. A route without a row here fails the matrix.
 */
export const expectedAccess: Readonly<Record<string, string>> = {
  getSession: 'public',
  setUp: 'public',
  signIn: 'public',
  signOut: 'session',
  changePassword: 'session',
  readInvitation: 'public',
  acceptInvitation: 'public',

  createOrganization: 'session',
  getOrganization: 'omcar',
  updateOrganization: 'o',

  listPeople: 'omcar',
  exportPeople: 'omcar',
  getPerson: 'omcar',
  listOwned: 'omcar',
  createPerson: 'om',
  updatePerson: 'om',
  deactivatePerson: 'om',
  reactivatePerson: 'om',

  listAssets: 'omcar',
  exportAssets: 'omcar',
  getAsset: 'omcar',
  createAsset: 'omc',
  updateAsset: 'omc',
  updateAssets: 'omc',
  deleteAsset: 'omc',

  listObligations: 'omcar',
  exportObligations: 'omcar',
  getObligation: 'omcar',
  createObligation: 'omc',
  updateObligation: 'omc',
  deleteObligation: 'omc',
  linkObligationControl: 'omc',
  unlinkObligationControl: 'omc',
  listControls: 'omcar',
  getControl: 'omcar',
  createControl: 'omc',
  updateControl: 'omc',
  changeControls: 'omc',
  deleteControl: 'om',
}
