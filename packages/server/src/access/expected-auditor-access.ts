/** Who may call the routes made for auditors; letters as in `expected-access.ts`. */
export const expectedAuditorAccess: Readonly<Record<string, string>> = {
  getEvidenceRoom: 'omcar',
  exportEvidenceRoom: 'omcar',
}
