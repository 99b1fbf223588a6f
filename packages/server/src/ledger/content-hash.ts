import { createHash } from 'node:crypto'
import { canonicalJson } from '@sinew/core/json/canonical-json.ts'

/** SHA-256 of the canonical JSON (RFC 8785) in UTF-8, in hexadecimal: what anybody can compute from the JSON export. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}
