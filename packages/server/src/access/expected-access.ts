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

  listAssets: 'omcar',
  getAsset: 'omcar',
  createAsset: 'omc',
  updateAsset: 'omc',
  deleteAsset: 'omc',
}
