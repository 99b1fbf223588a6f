import { type Refusal, refuse } from '../refusal.ts'

export const versionStatuses = ['draft', 'in_review', 'approved', 'published', 'superseded', 'retired'] as const
export type VersionStatus = (typeof versionStatuses)[number]

/** A version as its rules see it. */
export type VersionState = {
  readonly versionNumber: number
  readonly status: VersionStatus
  readonly content: string
  /** Users who wrote any of it. */
  readonly authors: readonly string[]
}

const words: Readonly<Record<VersionStatus, string>> = {
  draft: 'a draft',
  in_review: 'in review',
  approved: 'approved',
  published: 'published',
  superseded: 'superseded',
  retired: 'retired',
}

function notNow({ versionNumber, status }: Pick<VersionState, 'versionNumber' | 'status'>, then: string) {
  return refuse('document_version_state', `Version ${versionNumber} is ${words[status]}: ${then}`)
}

/** Why the text of a version does not change now. */
export function editRefusals(version: Pick<VersionState, 'versionNumber' | 'status'>): readonly Refusal[] {
  if (version.status === 'draft') return []
  if (version.status === 'in_review') return notNow(version, 'send it back to its authors to change it.')
  return notNow(version, 'it does not change any more. Start the next version.')
}

/** Why no version can be started: one is in work already. */
export function startRefusals(inWork: Pick<VersionState, 'versionNumber' | 'status'> | null): readonly Refusal[] {
  if (inWork === null) return []
  const then = inWork.status === 'draft' ? 'go on with it or drop it.' : 'finish it before the next one is started.'
  return notNow(inWork, then)
}

/** Why a draft cannot be given to review: there is nothing in it, or the document has nobody who answers for it. */
export function submitRefusals(
  version: Pick<VersionState, 'versionNumber' | 'status' | 'content'>,
  hasOwner: boolean,
): readonly Refusal[] {
  if (version.status !== 'draft') return notNow(version, 'only a draft is submitted.')
  return [
    ...(version.content.trim() === '' ? refuse('document_empty', 'Nothing is written yet.') : []),
    ...openPlaceholders(version.content),
    ...(hasOwner ? [] : refuse('document_no_owner', 'Give the document an owner first: somebody answers for it.')),
  ]
}

/** What a template left to be filled in, and nobody has. */
function openPlaceholders(content: string): readonly Refusal[] {
  const open = content.match(/\[\[[^\]\n]{1,200}\]\]/g) ?? []
  if (open.length === 0) return []
  const [first = ''] = open
  const message =
    open.length === 1
      ? `One place is still to be filled in: ${first}`
      : `${open.length} places are still to be filled in, the first is ${first}`
  return refuse('document_placeholders', message)
}

export function returnRefusals(version: Pick<VersionState, 'versionNumber' | 'status'>): readonly Refusal[] {
  return version.status === 'in_review' ? [] : notNow(version, 'only a version in review goes back to its authors.')
}

export type Approval = {
  readonly version: Pick<VersionState, 'versionNumber' | 'status' | 'authors'>
  /** The user who approves. */
  readonly approver: string
  /** Members who may approve and wrote nothing of it, the approver left out. */
  readonly otherApprovers: number
}

/** Why this user cannot approve: it is not in review, or they wrote of it while somebody else could look at it. */
export function approveRefusals({ version, approver, otherApprovers }: Approval): readonly Refusal[] {
  if (version.status !== 'in_review') return notNow(version, 'only a version in review is approved.')
  if (!version.authors.includes(approver) || otherApprovers === 0) return []
  return refuse('document_by_author', 'You wrote of this version: somebody else who may approve has to look at it.')
}

/** Approved by one of its authors, because nobody else can. */
export function isApprovedAlone({ version, approver }: Pick<Approval, 'version' | 'approver'>): boolean {
  return version.authors.includes(approver)
}

export function publishRefusals(
  version: Pick<VersionState, 'versionNumber' | 'status'>,
  effectiveAt: number,
  now: number,
): readonly Refusal[] {
  if (version.status !== 'approved') return notNow(version, 'only an approved version is published.')
  // A day is kept as its noon: today may still be ahead.
  if (effectiveAt <= now + 86_400_000) return []
  return refuse('document_effective_later', 'It is published on the day it takes effect, not before. Come back then.')
}

export function retireRefusals(version: Pick<VersionState, 'versionNumber' | 'status'>): readonly Refusal[] {
  if (version.status === 'published' || version.status === 'approved') return []
  return notNow(version, 'only what is approved or published is retired.')
}

export function dropRefusals(version: Pick<VersionState, 'versionNumber' | 'status'>): readonly Refusal[] {
  if (version.status === 'draft') return []
  return notNow(version, 'only a draft is dropped.')
}

/** Why a document cannot be removed: what was approved is a record. */
export function removeDocumentRefusals(approvedVersions: number): readonly Refusal[] {
  if (approvedVersions === 0) return []
  return refuse('document_was_approved', 'A version of it was approved, which is a record. Retire it instead.')
}
