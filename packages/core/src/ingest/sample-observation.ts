import type { Observation } from './observation.ts'

/** An observation for tests: a Prowler check on one bucket; every table fills in what it is about. */
export function anObservation(fields: Partial<Observation> & { readonly uid?: string } = {}): Observation {
  const { uid = 'bucket-1', ...more } = fields
  return {
    tool: 'Prowler',
    toolVersion: '5.0.0',
    observedAt: Date.UTC(2026, 0, 1),
    subject: { uid, type: 'AwsS3Bucket', account: '111122223333', region: 'eu-west-1' },
    platform: 'aws',
    checkId: 's3_bucket_default_encryption',
    title: 'Buckets are encrypted',
    status: 'pass',
    severity: 'medium',
    frameworkRefs: [{ framework: 'ISO27001-2022', ref: 'A.8.24' }],
    pointer: 'record 1',
    ...more,
  }
}
