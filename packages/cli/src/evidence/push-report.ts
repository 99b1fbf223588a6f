import { constants, openAsBlob } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { type IngestRun, pushReport, type reportFormats } from '@sinew/contract/ingest/ingest-contract.ts'
import { CliError } from '../cli-error.ts'
import type { Connection } from '../connection.ts'
import { printTable } from '../print-table.ts'

export type PushOptions = {
  readonly format: (typeof reportFormats)[number]
  readonly collector?: string
  readonly cadence: string
}

/** Sends a scanner's report as it is. @throws CliError when the file cannot be read or the server refuses it */
export async function push(
  { client, organizationId }: Connection,
  path: string,
  options: PushOptions,
): Promise<IngestRun> {
  await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`)
  })
  const report = await openAsBlob(path)
  return client.call(pushReport, {
    params: { organizationId },
    query: {
      format: options.format,
      collectorId: options.collector,
      name: basename(path),
      cadenceDays: options.cadence,
    },
    body: report,
  })
}

/** What the report proved, control by control, and what it could not be tied to. */
export function describePush(run: IngestRun): string {
  const { counts } = run
  const head = run.repeated
    ? 'This report had been pushed before; nothing was changed.\n'
    : `Kept, from ${run.collectorName}: ${counts.records} results on ${counts.subjects} subjects.\n`
  const table = printTable(run.controls, [
    { title: 'Control', value: (control) => control.ref },
    { title: 'Passed', value: (control) => `${control.passed} of ${control.expected}`, align: 'right' },
    { title: 'Missing', value: (control) => String(control.missing), align: 'right' },
    { title: 'Evidence', value: (control) => `E-${control.evidenceNumber}` },
    { title: 'Title', value: (control) => control.title },
  ])
  const lists = [
    listed(
      'Mapped to no control',
      run.unmappedChecks.map((check) => check.checkId),
    ),
    listed(
      'Left to a person by the tool',
      run.manualChecks.map((check) => check.checkId),
    ),
    listed('Unknown references', run.unknownRefs),
    listed(
      'Seen before, missing now',
      run.missing.map((one) => `${one.checkId} on ${one.subjectUid}`),
    ),
  ]
  const outdated = run.outdated ? 'A newer report had come before: this one is kept and decides nothing.\n' : ''
  return `${head}${outdated}${run.controls.length > 0 ? table : 'It speaks to no control.\n'}${lists.join('')}`
}

const mostListed = 20

function listed(title: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const more = names.length > mostListed ? `, and ${names.length - mostListed} more (--json lists them)` : ''
  return `${title} (${names.length}): ${names.slice(0, mostListed).join(', ')}${more}\n`
}
