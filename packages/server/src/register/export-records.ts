import type { ExportFormat } from '@sinew/contract/export/export-format.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import type { Field } from '@sinew/core/register/field.ts'
import { referenceName, registerRef } from '@sinew/core/register/register.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, type ExportValue, exportTable } from '../export/export-table.ts'
import type { AnyRegister, RegisterRules } from './register-rules.ts'
import { findRecords } from './register-store.ts'

type Values = Readonly<Record<string, unknown>>

/** The whole register as asked for, every field a column. */
export async function exportRecords<R extends AnyRegister>(
  ctx: Context,
  register: R,
  rules: RegisterRules<R>,
  { format, ...query }: { readonly format: ExportFormat; readonly sort: string } & Values,
): Promise<Response> {
  const { items } = await findRecords(ctx, register, rules, { ...query, ...wholeList })
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const fields = { ...register.fields, ...register.stamped, ...register.computed }
  const columns: readonly ExportColumn<Values>[] = [
    { header: 'Ref', value: (row) => registerRef(register, Number(row.number)), width: 9 },
    ...Object.entries(fields).map(([key, field]) => columnFor(key, field, currency)),
  ]
  return exportTable({ name: register.plural, columns, rows: items as readonly Values[] }, format)
}

const widths: Partial<Readonly<Record<Field['kind'], number>>> = { text: 40, list: 30, reference: 28, day: 14 }

function columnFor(key: string, field: Field, currency: string): ExportColumn<Values> {
  const header = field.kind === 'money' ? `${field.label} (${currency})` : field.label
  return { header, width: widths[field.kind] ?? 16, value: (row) => exported(key, field, row, currency) }
}

function exported(key: string, field: Field, row: Values, currency: string): ExportValue {
  const value = row[key]
  if (value === null || value === undefined) return null
  switch (field.kind) {
    case 'choice':
      return field.words[String(value)] ?? String(value)
    case 'day':
      return new Date(String(value))
    case 'money':
      return Number(value) / 10 ** minorDigitsOf(currency)
    case 'list':
      return (value as readonly string[]).map((one) => field.words?.[one] ?? one).join(', ')
    case 'reference': {
      const named = row[referenceName(key)] as { readonly ref: string; readonly name: string } | null
      return named === null ? null : `${named.ref} ${named.name}`
    }
    default:
      return value as ExportValue
  }
}
