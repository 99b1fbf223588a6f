import type { VersionStatus } from '@sinew/core/document/version-rules.ts'

export const versionWords: Readonly<Record<VersionStatus, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  published: 'In force',
  superseded: 'Superseded',
  retired: 'Retired',
}
