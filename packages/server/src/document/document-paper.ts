import { parseMarkdown } from '@sinew/contract/document/parse-markdown.ts'
import { documentKinds, documentRegister } from '@sinew/core/document/document-register.ts'
import type { Block } from '@sinew/core/document/rich-text.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { getDocumentVersion } from './document-version-store.ts'
import { type ImageSize, imageSize } from './image-size.ts'
import { findImages } from './version-hash.ts'

export type PaperImage = ImageSize & { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: 'png' | 'jpg' }

/** A version as it is printed: what stands in its head, its text, and the pictures in it by their file's id. */
export type DocumentPaper = {
  readonly reference: string
  readonly title: string
  readonly organization: string
  readonly kind: string
  readonly versionNumber: number
  readonly status: keyof typeof statusWords
  readonly mark: string
  readonly facts: readonly (readonly [string, string])[]
  readonly hash: string | null
  readonly content: string
  readonly blocks: readonly Block[]
  readonly images: ReadonlyMap<string, PaperImage>
  readonly at: Date
}

const statusWords = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  published: 'In force',
  superseded: 'Superseded',
  retired: 'Retired',
} as const

const classifications: Readonly<Record<string, string>> = documentRegister.fields.classification.words

const mostImageBytes = 40 * 1_048_576

export async function documentPaper(ctx: Context, id: string): Promise<DocumentPaper> {
  const version = await getDocumentVersion(ctx, id)
  const document = await ctx.db
    .selectFrom('document')
    .leftJoin('person', 'person.id', 'document.owner_id')
    .select(['document.number', 'document.kind', 'document.classification', 'document.distribution'])
    .select(['document.review_at', 'person.name as ownerName'])
    .where('document.id', '=', version.documentId)
    .executeTakeFirstOrThrow()
  const { name } = await ctx.db.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const approval = version.approvedByName && `${version.approvedByName}${version.approvedAlone ? ', alone' : ''}`
  const facts = [
    ['Version', `${version.versionNumber}, ${statusWords[version.status].toLowerCase()}`],
    ['Owner', version.ownerName || (document.ownerName ?? '')],
    ['Author', version.authorName],
    ['Approved by', approval ?? ''],
    ['Approved on', dayOf(version.approvedAt)],
    ['In force from', dayOf(version.effectiveAt)],
    ['Next review', version.status === 'published' ? dayOf(document.review_at?.toISOString() ?? null) : ''],
    ['Classification', classifications[document.classification] ?? ''],
    ['Distribution', document.distribution],
    ['What changed', version.changeNote],
  ] as const
  return {
    reference: `D-${document.number}`,
    title: version.title,
    organization: name,
    kind: documentKinds[document.kind as keyof typeof documentKinds] ?? '',
    versionNumber: version.versionNumber,
    status: version.status,
    mark: `D-${document.number} version ${version.versionNumber}, ${statusWords[version.status].toLowerCase()}`,
    facts: facts.filter(([, value]) => value !== ''),
    hash: version.contentHash,
    content: version.content,
    blocks: parseMarkdown(version.content),
    images: await loadImages(ctx, version.content),
    at: new Date(version.approvedAt ?? version.updatedAt),
  }
}

function dayOf(at: string | null): string {
  return at === null ? '' : formatDay(Date.parse(at))
}

/** What cannot be read as a picture is left out: its words stand in its place. */
async function loadImages(ctx: Context, content: string): Promise<ReadonlyMap<string, PaperImage>> {
  const files = await findImages(ctx.db, content)
  const total = files.reduce((sum, { size_bytes }) => sum + Number(size_bytes), 0)
  if (total > mostImageBytes) throw new AppError(413, 'The images of this document are larger than 40 MB together.')
  const images = new Map<string, PaperImage>()
  for (const { id, sha256, media_type } of files) {
    if (!(await ctx.services.files.has(sha256))) continue
    const bytes = new Uint8Array(await new Response(ctx.services.files.read(sha256)).arrayBuffer())
    const size = imageSize(bytes)
    if (size !== null) images.set(id, { ...size, bytes, type: media_type === 'image/png' ? 'png' : 'jpg' })
  }
  return images
}
