/** One check of the posture scanner as it ran through the year: who was looked at, and who failed in which month. */
export type PostureCheck = {
  readonly id: string
  readonly title: string
  readonly severity: 'Critical' | 'High' | 'Medium'
  readonly control: string
  readonly resourceType: string
  readonly subjects: readonly string[]
  /** How many of the subjects fail in each monthly run, the first named first; a run that is not listed has none. */
  readonly failing: Readonly<Record<number, number>>
}

/** Days on which the scanner's report was pushed: monthly, from the month its role was granted. */
export const postureDays: readonly number[] = [118, 148, 179, 209, 240, 270, 301, 331, 361]

/** The run in which a changed storage module had taken the block off the export buckets; the next finds it mended. */
const afterModuleChange = 5

const bucket = (name: string) => `arn:aws:s3:::brightwater-${name}`
const staff = ['priya', 'jana', 'aiko', 'luca', 'deploy', 'oncall', 'backup', 'reporting', 'migration']

export const postureChecks: readonly PostureCheck[] = [
  {
    id: 's3_bucket_level_public_access_block',
    title: 'Each bucket refuses public access',
    severity: 'Critical',
    control: 'A.8.9',
    resourceType: 'AwsS3Bucket',
    subjects: [
      ...['export-north', 'export-south', 'export-labs', 'export-billing', 'export-audit', 'intake-files', 'letters'],
      ...['backups', 'logs', 'build', 'web', 'state'],
    ].map(bucket),
    failing: { 0: 4, 1: 1, [afterModuleChange]: 7 },
  },
  {
    id: 'iam_user_mfa_enabled_console_access',
    title: 'Whoever uses the console has a second factor',
    severity: 'High',
    control: 'A.8.5',
    resourceType: 'AwsIamUser',
    subjects: staff.map((name) => `arn:aws:iam::418205937731:user/${name}`),
    failing: { 0: 2, 1: 1, 4: 1 },
  },
  {
    id: 'kms_cmk_rotation_enabled',
    title: 'Keys are rotated',
    severity: 'Medium',
    control: 'A.8.24',
    resourceType: 'AwsKmsKey',
    subjects: ['intake', 'database', 'backups', 'logs', 'secrets', 'signing'].map(
      (name) => `arn:aws:kms:eu-central-1:418205937731:key/${name}`,
    ),
    failing: { 0: 3, 1: 1, 2: 1 },
  },
  {
    id: 'vpc_flow_logs_enabled',
    title: 'Each network writes flow logs',
    severity: 'Medium',
    control: 'A.8.15',
    resourceType: 'AwsEc2Vpc',
    subjects: ['production', 'staging', 'tools'].map((name) => `arn:aws:ec2:eu-central-1:418205937731:vpc/${name}`),
    failing: { 0: 1 },
  },
  {
    id: 'ecr_repositories_scan_vulnerabilities_in_latest_image',
    title: 'The newest image holds no serious vulnerability',
    severity: 'High',
    control: 'A.8.8',
    resourceType: 'AwsEcrRepository',
    subjects: [
      ...['web', 'api', 'intake', 'letters', 'sms', 'search', 'jobs', 'export'],
      ...['auth', 'edge', 'admin', 'billing', 'import', 'status'],
    ].map((name) => `arn:aws:ecr:eu-central-1:418205937731:repository/${name}`),
    failing: { 0: 5, 1: 4, 2: 2, 3: 3, 4: 1, 5: 2, 6: 1, 7: 1, 8: 1 },
  },
]
