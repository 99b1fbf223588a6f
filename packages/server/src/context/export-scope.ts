import { type ScopeContent, type ScopePlace, scopeParts } from '@sinew/core/context/scope-content.ts'
import { scopeVersionRegister } from '@sinew/core/context/scope-registers.ts'
import { canonicalJson } from '@sinew/core/json/canonical-json.ts'
import type { RecordOf } from '@sinew/core/register/register.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { getRecord } from '../register/register-store.ts'
import { typesetPdf } from '../reports/typeset-pdf.ts'
import { loadScopeContent } from './scope-content.ts'
import { scopeRules } from './scope-rules.ts'

const template = new URL('./scope-paper.typ', import.meta.url)

/** A version of the scope to take away; as JSON the very text that its hash was made of. */
export async function exportScope(ctx: Context, scopeVersionId: string, format: 'pdf' | 'json'): Promise<Response> {
  const version = await getRecord(ctx, scopeVersionRegister, scopeRules, scopeVersionId)
  const { content } = await loadScopeContent(ctx.db, scopeVersionId)
  const body = format === 'json' ? canonicalJson(content) : (await typeset(version, content, ctx.now)).pdf
  return new Response(body, {
    headers: {
      'content-type': format === 'json' ? 'application/json' : 'application/pdf',
      'content-disposition': `attachment; filename="scope-sc-${version.number}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

type ScopeVersion = RecordOf<typeof scopeVersionRegister>
const marks = {
  draft: 'draft, not approved',
  proposed: 'proposed, not approved',
  approved: 'in force',
  superseded: 'superseded',
}

function typeset(version: ScopeVersion, content: ScopeContent, now: Date) {
  const mark = `SC-${version.number} · ${marks[version.status]}`
  const hash = contentHash(content)
  return typesetPdf({
    template,
    attachments: [{ path: 'content.json', content: canonicalJson(content) }],
    createdAt: Date.parse(version.approvedAt ?? now.toISOString()),
    data: {
      organization: content.organization,
      standard: 'ISO/IEC 27001:2022, 4.3',
      mark,
      draft: version.approvedAt === null,
      footer: `${mark} · SHA-256 ${hash}`,
      facts: facts(version, content, hash),
      statement: content.statement,
      groups: groups(content),
    },
  })
}

const dayOf = (at: string | null) => (at === null ? 'not said' : formatDay(Date.parse(at)))

function facts(version: ScopeVersion, content: ScopeContent, hash: string): readonly (readonly [string, string])[] {
  const alone = version.approvedAlone ? ' (also proposed it; there was nobody else to ask)' : ''
  return [
    ['Version', `SC-${version.number} ${content.title}`],
    ['Proposed by', version.proposedAt === null ? 'nobody' : `${version.proposerName}, ${dayOf(version.proposedAt)}`],
    [
      'Approved by',
      version.approvedAt === null ? 'nobody' : `${version.approverName}, ${dayOf(version.approvedAt)}${alone}`,
    ],
    ['Planned change', content.change ?? 'none: the first version'],
    ['Next review', dayOf(content.nextReviewAt)],
    ['SHA-256', hash],
  ]
}

function groups(content: ScopeContent) {
  const places = (title: string, all: readonly ScopePlace[]) => ({
    title,
    none: 'None is written down.',
    rows: all.map(({ ref, name, inScope, reason }) => ({
      ref,
      name,
      standing: inScope ? 'In scope' : 'Out of scope',
      reason,
    })),
  })
  return [
    places('Sites', content.sites),
    places('Units', content.units),
    places('Services', content.services),
    {
      title: 'Borders',
      none: 'None is written down.',
      rows: content.boundaries.map(({ kind, title, reason }) => ({
        ref: '',
        name: title,
        standing: scopeParts[kind],
        reason,
      })),
    },
  ]
}
