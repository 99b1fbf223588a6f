/** One check on one resource, as a test thinks of it. */
export type SampleFinding = {
  readonly check?: string
  readonly uid?: string
  readonly code?: string
  readonly status?: string
  readonly iso?: readonly string[]
  readonly account?: string
  readonly at?: string
  readonly more?: Record<string, unknown>
}

/** A Prowler OCSF report written for a test: the fields its versions share, and the traps one at a time. */
export function prowlerReport(findings: readonly SampleFinding[], at = '2026-01-10T06:00:00Z'): string {
  return JSON.stringify(findings.map((finding) => prowlerFinding({ at, ...finding })))
}

export function prowlerFinding(finding: SampleFinding): Record<string, unknown> {
  const { check = 's3_bucket_default_encryption', uid = 'arn:aws:s3:::one', account = '111122223333' } = finding
  return {
    message: `${check} on ${uid}`,
    metadata: {
      event_code: check,
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.1.0' },
      version: '1.4.0',
    },
    severity: 'High',
    status: finding.status ?? 'New',
    status_code: finding.code ?? 'PASS',
    // Means something else in every version; read by nobody.
    status_id: 3,
    unmapped: { compliance: { 'CIS-3.0': ['1.20'], ...(finding.iso ? { 'ISO27001-2022': finding.iso } : {}) } },
    finding_info: { title: `Title of ${check}`, uid: `prowler-${check}-${uid}` },
    resources: [{ uid, name: uid, type: 'AwsS3Bucket', region: 'eu-west-1' }],
    class_name: 'Detection Finding',
    class_uid: 2004,
    cloud: { account: { uid: account, name: '' }, provider: 'aws', region: 'eu-west-1' },
    time: Math.floor(Date.parse(finding.at ?? '2026-01-10T06:00:00Z') / 1_000),
    ...finding.more,
  }
}
