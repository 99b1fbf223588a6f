import type { FrameworkRef, Observation, ObservationStatus } from '@sinew/core/ingest/observation.ts'
import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { type JsonRecord, jsonRecords } from '../json-records.ts'
import { ReportProblem } from '../report-problem.ts'

/**
 * Prowler's OCSF output (its versions 4 and 5 write Detection Findings, class 2004, under two spellings of the class name).
 * The verdict is `status_code`; `status_id` means different things in different versions and is not read. A muted finding
 * keeps its code and has `status` "Suppressed".
 */
export const prowlerOcsf: Adapter = {
  format: 'prowler-ocsf',
  title: 'Prowler’s OCSF output (prowler … --output-formats json-ocsf)',
  recognises: (head) =>
    /^\s*\[?\s*\{/.test(head) && /"class_uid"\s*:\s*200[34]\b/.test(head) && /"name"\s*:\s*"Prowler"/i.test(head),
  hint: (head) =>
    /"(CheckID|StatusExtended)"\s*:/.test(head) || /^\uFEFF?AUTH_METHOD;/.test(head)
      ? 'This is Prowler’s own JSON or CSV. Run it with --output-formats json-ocsf and push that file.'
      : null,
  read: async function* (content) {
    for await (const record of jsonRecords(content)) yield* toObservations(record)
  },
}

const text = z.string().nullish()
const instant = z.union([z.number(), z.string()]).nullish()

const finding = z.object({
  metadata: z.object({
    event_code: z.string().trim().min(1),
    product: z.object({ name: z.string().trim().min(1), version: text }),
  }),
  status_code: z.string(),
  status: text,
  severity: text,
  resources: z.array(z.object({ uid: text, name: text, type: text, region: text })).nullish(),
  cloud: z.object({ account: z.object({ uid: text, name: text }).nullish(), provider: text, region: text }).nullish(),
  finding_info: z.object({ title: text, uid: text, created_time: instant, created_time_dt: instant }).nullish(),
  unmapped: z.object({ compliance: z.unknown(), provider: text }).nullish(),
  time: instant,
  time_dt: instant,
  event_time: instant,
})
type Finding = z.infer<typeof finding>

function toObservations({ number, value }: JsonRecord): readonly Observation[] {
  const pointer = `record ${number}`
  const parsed = finding.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ReportProblem(`${pointer}: ${issue?.path.join('.') || 'object'}`, issue?.message ?? 'Not a finding.')
  }
  const { metadata, cloud, finding_info: info, ...record } = parsed.data
  const account = known(cloud?.account?.uid) ?? ''
  const shared = {
    tool: metadata.product.name,
    toolVersion: known(metadata.product.version) ?? '',
    observedAt: observedAt(parsed.data, pointer),
    platform: (known(cloud?.provider) ?? known(record.unmapped?.provider) ?? '').toLowerCase(),
    checkId: metadata.event_code,
    title: known(info?.title) ?? metadata.event_code,
    status: statusOf(record.status_code, record.status),
    severity: (known(record.severity) ?? 'unknown').toLowerCase(),
    frameworkRefs: frameworkRefs(record.unmapped?.compliance),
    pointer,
  }
  const resources = record.resources?.length ? record.resources : [{}]
  return resources.map((resource: Partial<NonNullable<Finding['resources']>[number]>) => ({
    ...shared,
    subject: {
      uid: (known(resource.uid) ?? known(resource.name) ?? known(info?.uid) ?? (account || 'unknown')).slice(0, 1_000),
      type: known(resource.type) ?? '',
      account,
      region: known(resource.region) ?? known(cloud?.region) ?? '',
    },
  }))
}

/** A value, unless it is empty or the placeholder of a template (`<account_uid>`). */
function known(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? ''
  return trimmed === '' || /^<[^<>]*>$/.test(trimmed) ? null : trimmed
}

/** A code this version of Prowler does not have is nobody's pass. */
function statusOf(code: string, status: string | null | undefined): ObservationStatus {
  if (status?.trim().toLowerCase() === 'suppressed') return 'suppressed'
  switch (code.trim().toUpperCase()) {
    case 'PASS':
      return 'pass'
    case 'FAIL':
      return 'fail'
    case 'MANUAL':
      return 'manual'
    default:
      return 'error'
  }
}

/** `time` has no zone to get wrong, so it comes first; texts without a zone are UTC. */
function observedAt(record: Finding, pointer: string): number {
  const info = record.finding_info
  const values = [record.time, record.time_dt, record.event_time, info?.created_time, info?.created_time_dt]
  for (const value of values) {
    const at = value === null || value === undefined ? null : toInstant(value)
    if (at !== null) return at
  }
  throw new ReportProblem(`${pointer}: time`, 'It says nowhere when this was observed.')
}

const [year2000, year2100] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)]

function toInstant(value: number | string): number | null {
  const number = typeof value === 'number' ? value : /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : null
  // Seconds have ten digits in this century, milliseconds thirteen.
  const at = number === null ? parseIso(String(value)) : number < 100_000_000_000 ? number * 1_000 : number
  return at >= year2000 && at <= year2100 ? at : null
}

function parseIso(value: string): number {
  const iso = value.trim().replace(' ', 'T')
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(iso)) return Number.NaN
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`)
}

function frameworkRefs(compliance: unknown): readonly FrameworkRef[] {
  if (typeof compliance !== 'object' || compliance === null) return []
  return Object.entries(compliance).flatMap(([framework, refs]) =>
    Array.isArray(refs) ? refs.filter((ref) => typeof ref === 'string').map((ref) => ({ framework, ref })) : [],
  )
}
