import type { ControlListItem, exportControls as route } from '@sinew/contract/control/control-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findControls } from './control-store.ts'

function columnsIn(currency: string): readonly ExportColumn<ControlListItem>[] {
  const unit = 10 ** minorDigitsOf(currency)
  const money = (header: string, minor: (control: ControlListItem) => number | null) => ({
    header: `${header} (${currency})`,
    value: (control: ControlListItem) => {
      const amount = minor(control)
      return amount === null ? null : amount / unit
    },
    width: 20,
  })
  return [
    { header: 'Ref', value: (control) => control.ref, width: 8 },
    { header: 'Title', value: (control) => control.title, width: 50 },
    { header: 'Theme', value: (control) => control.theme, width: 16 },
    { header: 'Applicable', value: (control) => control.applicable, width: 10 },
    { header: 'Implementation', value: (control) => control.implementation.replaceAll('_', ' '), width: 16 },
    { header: 'Claimed', value: (control) => control.claimedShare, width: 10 },
    { header: 'Proven', value: (control) => control.assurance, width: 10 },
    { header: 'Status', value: (control) => control.proof, width: 12 },
    { header: 'Freshness', value: (control) => control.freshness, width: 12 },
    {
      header: 'Runs out',
      value: (control) => (control.nextDueAt === null ? null : new Date(control.nextDueAt)),
      width: 22,
    },
    { header: 'Owner', value: (control) => control.ownerName, width: 24 },
    money('Purchase', (control) => control.capexMinor),
    { header: 'Lifetime in years', value: (control) => control.lifetimeYears, width: 14 },
    money('Running cost a year', (control) => control.opexMinor),
    money('Cost a year', (control) => control.annualCostMinor),
    money('Worth a year, claimed', (control) => control.worthClaimedMinor),
    money('Worth a year, proven', (control) => control.worthProvenMinor),
    { header: 'Risks', value: (control) => control.riskCount, width: 8 },
    { header: 'Obligations', value: (control) => control.obligationCount, width: 12 },
  ]
}

export async function exportControls(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findControls(ctx, { ...query, ...wholeList })
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  return exportTable({ name: 'controls', columns: columnsIn(currency), rows: items }, query.format)
}
