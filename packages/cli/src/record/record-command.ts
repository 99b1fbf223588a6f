import { readFile } from 'node:fs/promises'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { registers } from '@sinew/contract/register/registers.ts'
import { type Register, referenceName, registerRef } from '@sinew/core/register/register.ts'
import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { type Connection, type ConnectionOptions, connect, withConnection } from '../connection.ts'
import { printJson, printTable } from '../print-table.ts'
import type { Terminal } from '../terminal.ts'

type ListOptions = ConnectionOptions & {
  readonly search?: string
  readonly sort: string
  readonly page: string
  readonly pageSize: string
}
type ImportOptions = ConnectionOptions & { readonly dryRun?: true }
type Row = Readonly<Record<string, unknown>>

export function registerRecord(program: Command, terminal: Terminal): void {
  const record = program
    .command('record')
    .description('registers of the ISMS (sites, incidents, findings, …): registers, list, import')
  record
    .command('registers')
    .description('every register there is')
    .action(() => terminal.out(listRegisters()))
  withConnection(record.command('list').description('the records of a register'))
    .argument('<register>', 'its name, as `sinew record registers` shows it')
    .option('--search <text>', 'only those that contain this text')
    .option('--sort <field>', 'sort by; -field for the other way round', 'number')
    .option('--page <number>', 'page', '1')
    .option('--page-size <number>', 'records a page, up to 200', '50')
    .action(async (name: string, options: ListOptions) => terminal.out(await list(connect(options), name, options)))
  withConnection(record.command('import').description('add every row of a CSV file, or none of them'))
    .argument('<register>', 'its name, as `sinew record registers` shows it')
    .argument('<file>', 'a CSV file with a heading for each column')
    .option('--dry-run', 'look for problems and add nothing')
    .action(async (name: string, file: string, options: ImportOptions) =>
      importFile(connect(options), name, file, options, terminal),
    )
}

function listRegisters(): string {
  return printTable(registers, [
    { title: 'Register', value: ({ register }) => register.plural },
    { title: 'Ref', value: ({ register }) => `${register.letters}-…` },
    { title: 'What stands in it', value: ({ register }) => register.words.sentence },
  ])
}

/** @throws CliError with exit code 2 when there is no register of that name */
function registerNamed(name: string): RegisterContract {
  const found = registers.find(({ register }) => [register.plural, register.table].includes(name))
  if (found === undefined) throw new CliError(`There is no register "${name}"; see sinew record registers`, 2)
  return found
}

async function list({ client, organizationId }: Connection, name: string, options: ListOptions): Promise<string> {
  const contract = registerNamed(name)
  const { search: q, sort, page, pageSize } = options
  const query = { q, sort, page, pageSize } as never
  const answer = await client.call(contract.list, { params: { organizationId } as never, query })
  if (options.json) return printJson(answer)
  const { register } = contract
  const shown = Object.entries({ ...register.fields, ...register.stamped, ...register.computed }).filter(
    ([key, { column }]) => column === true && key !== register.named,
  )
  const table = printTable(answer.items as unknown as readonly Row[], [
    { title: 'Ref', value: (row) => registerRef(register, Number(row.number)) },
    ...shown.map(([key, { label }]) => ({ title: label, value: (row: Row) => cellOf(register, key, row), max: 40 })),
    { title: 'Name', value: (row) => String(row[register.named]), max: 100 },
  ])
  return `${table}${answer.items.length} of ${answer.total}\n`
}

function cellOf(register: Register, key: string, row: Row): string {
  const field = { ...register.fields, ...register.stamped, ...register.computed }[key]
  const value = row[key]
  if (field === undefined || value === null || value === undefined) return ''
  if (field.kind === 'reference') return String((row[referenceName(key)] as { name?: string } | null)?.name ?? '')
  if (field.kind === 'choice') return field.words[String(value)] ?? String(value)
  if (field.kind === 'day') return String(value).slice(0, 10)
  if (field.kind === 'flag') return value === true ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

async function importFile(
  { client, organizationId }: Connection,
  name: string,
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const contract = registerNamed(name)
  const csv = await readFile(file, 'utf8').catch(() => {
    throw new CliError(`The file ${file} cannot be read`, 2)
  })
  const body = { csv, dryRun: options.dryRun === true }
  const outcome = await client.call(contract.import, { params: { organizationId } as never, body })
  if (options.json) terminal.out(printJson(outcome))
  else if (outcome.problems.length === 0)
    terminal.out(`${outcome.rows} ${options.dryRun ? 'rows are fine; nothing was added' : 'added'}\n`)
  if (outcome.problems.length === 0) return
  const places = outcome.problems.map(
    ({ row, column, message }) => `  row ${row}${column && `, ${column}`}: ${message}`,
  )
  throw new CliError(`Nothing was added:\n${places.join('\n')}`)
}
