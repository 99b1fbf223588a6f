import { createHash } from 'node:crypto'
import { parseMarkdown } from '@sinew/contract/document/parse-markdown.ts'
import { imagesIn } from '@sinew/core/document/rich-text.ts'
import { canonicalJson } from '@sinew/core/json/canonical-json.ts'
import type { Reader } from '../context.ts'

export type HashedVersion = {
  readonly version_number: number
  readonly title: string
  readonly content: string
  readonly change_note: string
}

/**
 * SHA-256 of what is approved, as canonical JSON (RFC 8785): title, number, text, change note, and the hash of each image
 * the text shows, so that no picture is exchanged behind an approved text.
 */
export async function versionHash(db: Reader, row: HashedVersion): Promise<string> {
  const images = await findImages(db, row.content)
  const { title, content } = row
  const said = {
    ...{ title, versionNumber: row.version_number, content, changeNote: row.change_note },
    images: images.map(({ id, sha256 }) => ({ id, sha256 })),
  }
  return createHash('sha256').update(canonicalJson(said), 'utf8').digest('hex')
}

/** The files behind the images of a text, in the text's order; what is not there is left out. */
export async function findImages(db: Reader, content: string) {
  const ids = imagesIn(parseMarkdown(content))
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('file')
    .select(['id', 'sha256', 'media_type', 'size_bytes', 'name'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
