import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { audits } from '@sinew/contract/audit/audit-contract.ts'
import { exportEvidenceRoom, getEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type RoomOptions = ConnectionOptions & {
  readonly from?: string
  readonly until?: string
  readonly control?: readonly string[]
  readonly audit?: string
  readonly out?: string
  readonly force?: true
}

export function registerEvidenceRoom(evidence: Command, terminal: Terminal): void {
  withConnection(
    evidence.command('room').description('write the evidence of a period to a ZIP file, with index and hashes'),
  )
    .option('--from <day>', 'the first day, such as 2026-01-01; left out: a year before the last')
    .option('--until <day>', 'the last day; left out: today')
    .option('--control <ref...>', 'only these controls: A.8.13, or A.8 for a whole theme')
    .option('--audit <ref>', 'only what this audit looks at, such as AU-1')
    .option('--out <file>', 'where to; left out: the name the server gives, in this folder')
    .option('--force', 'replace the file if it is there')
    .action(async (options: RoomOptions) => terminal.out(await save(connect(options), options)))
}

async function save(connection: Connection, options: RoomOptions): Promise<string> {
  const { client, organizationId } = connection
  const params = { organizationId }
  const auditId = options.audit === undefined ? undefined : await findAudit(connection, options.audit)
  const query = { from: options.from, until: options.until, controls: options.control?.slice(), auditId }
  const room = await client.call(getEvidenceRoom, { params, query })
  const response = await client.download(exportEvidenceRoom, { params, query })
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const file = options.out ?? name ?? 'evidence-room.zip'
  await write(response, file, options.force === true)
  const { size: bytes } = await stat(file)
  if (options.json) return printJson({ file, ...room, bytes })
  const { pieces, files, needs, unmetNeeds } = room
  return `${file}\n${pieces} pieces, ${files} files; nothing in the period for ${unmetNeeds} of ${needs} needs\n`
}

/** What was cut short is no evidence room: it is taken away again. */
async function write({ body }: Response, file: string, replaces: boolean): Promise<void> {
  const target = createWriteStream(file, { flags: replaces ? 'w' : 'wx' })
  try {
    await pipeline(Readable.fromWeb(body as never), target)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new CliError(`${file} is there already; give another name with --out, or --force`)
    await rm(file, { force: true })
    throw new CliError(`${file} cannot be written: ${code ?? message}`)
  }
}

async function findAudit({ client, organizationId }: Connection, named: string): Promise<string> {
  const number = /^(?:AU-)?(\d{1,9})$/i.exec(named)?.[1]
  if (number === undefined) throw new CliError(`"${named}" names no audit; expected AU-1 or 1`, 2)
  const { items } = await client.call(audits.list, { params: { organizationId }, query: { number } })
  const id = items[0]?.id
  if (id === undefined) throw new CliError(`There is no audit AU-${number}`)
  return id
}
