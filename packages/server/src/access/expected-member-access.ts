/** Who may call the routes of members and of auditors; letters as in `expected-access.ts`. */
export const expectedMemberAccess: Readonly<Record<string, string>> = {
  listMembers: 'omcar',
  changeRole: 'o',
  limitMember: 'om',
  listAccessLog: 'om',
  exportAccessLog: 'om',
  removeMember: 'o',
  listInvitations: 'o',
  createInvitation: 'o',
  revokeInvitation: 'o',

  getEvidenceRoom: 'omcar',
  exportEvidenceRoom: 'omcar',
}
