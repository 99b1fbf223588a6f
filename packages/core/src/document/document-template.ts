import type { DocumentItem } from './document-items.ts'
import type { documentKinds } from './document-register.ts'

/** A document to start from: its place and, in Markdown, its text. */
export type DocumentTemplate = {
  readonly id: string
  readonly title: string
  readonly kind: keyof typeof documentKinds
  readonly item: DocumentItem
  /** What it is for, in one sentence. */
  readonly sentence: string
  readonly clauses: readonly string[]
  readonly controls: readonly string[]
  readonly cadenceDays: number
  /**
   * `{{organization}}`, `{{scope}}` and `{{owner}}` are filled in when a document is started; `[[…]]` is what only people can
   * say, and keeps a draft from review until it is said.
   */
  readonly text: string
}

export type TemplateWords = {
  readonly organization: string
  readonly scope: string
  readonly owner: string
}

/** The text of a template for one organisation. What it does not know yet stays a place to be filled in. */
export function fillTemplate(template: Pick<DocumentTemplate, 'text'>, words: TemplateWords): string {
  const known: Readonly<Record<string, string>> = {
    organization: words.organization,
    scope: words.scope.trim() || '[[Say what the ISMS covers]]',
    owner: words.owner || '[[Name the owner]]',
  }
  return template.text.trim().replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole)
}
