import type { Risk, exportRisks as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { Context } from '../context.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findAllRisks } from './find-risks.ts'

/** The register as it is filtered on the screen, with what an auditor asks for in every row. */
export async function exportRisks(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const rows = await findAllRisks(ctx.db, query, ctx.asOf ?? ctx.now)
  const { currency } = await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  return exportTable({ name: 'risk-register', rows, columns: columnsIn(currency) }, query.format)
}

function columnsIn(currency: string): readonly ExportColumn<Risk>[] {
  const unit = 10 ** minorDigitsOf(currency)
  const money = (header: string, minor: (risk: Risk) => number | undefined): ExportColumn<Risk> => ({
    header: `${header} (${currency})`,
    value: (risk) => {
      const amount = minor(risk)
      return amount === undefined ? null : amount / unit
    },
    width: 16,
  })
  const text = (header: string, value: (risk: Risk) => string | null, width = 18): ExportColumn<Risk> => ({
    header,
    value,
    width,
  })
  const day = (header: string, at: (risk: Risk) => string | null | undefined): ExportColumn<Risk> => ({
    header,
    value: (risk) => {
      const iso = at(risk)
      return iso ? new Date(iso) : null
    },
    width: 12,
  })
  return [
    text('Ref', (risk) => riskRef(risk.number), 8),
    text('Title', (risk) => risk.title, 44),
    text('Source', (risk) => risk.source, 30),
    text('Event', (risk) => risk.event, 44),
    text('Consequence', (risk) => risk.consequence, 44),
    text('Category', (risk) => risk.category),
    text('Properties', (risk) => risk.properties.join(', '), 26),
    text('Owner', (risk) => risk.ownerName),
    text('Status', (risk) => risk.status, 10),
    text('Treatment', (risk) => risk.treatment, 10),
    { header: 'Events a year, low', value: (risk) => risk.frequency?.low ?? null },
    { header: 'Events a year, high', value: (risk) => risk.frequency?.high ?? null },
    money('Loss of an event, low', (risk) => risk.lossMinor?.low),
    money('Loss of an event, high', (risk) => risk.lossMinor?.high),
    money('Cap', (risk) => risk.lossCapMinor ?? undefined),
    text('Law of the estimate', lawOf, 24),
    text('Further losses', (risk) => furtherLosses(risk, currency), 40),
    { header: 'A contained event saves', value: (risk) => risk.containedSaved, width: 12 },
    text('Estimate: why', (risk) => risk.estimateNote, 44),
    text('Assessed by', (risk) => risk.assessedByName),
    day('Assessed', (risk) => risk.estimatedAt),
    { header: 'Methodology version', value: (risk) => risk.assessedMethodology, width: 12 },
    money('Inherent yearly loss', (risk) => risk.state?.inherentMinor),
    money('Claimed yearly loss', (risk) => risk.state?.claimedMinor),
    money('Proven yearly loss', (risk) => risk.state?.provenMinor),
    money('Target yearly loss', (risk) => risk.state?.targetMinor),
    money('Assurance gap', (risk) => risk.state?.gapMinor),
    text('Proven level', (risk) => risk.state?.provenLevel ?? null, 12),
    text('Target level', (risk) => risk.state?.targetLevel ?? null, 12),
    { header: 'Above appetite', value: (risk) => risk.aboveAppetite, width: 12 },
    { header: 'Controls', value: (risk) => risk.controlCount, width: 10 },
    { header: 'Open actions', value: (risk) => risk.openActionCount, width: 10 },
    text('Acceptance', (risk) => risk.acceptance?.status ?? null, 12),
    text('Accepted by', (risk) => risk.acceptance?.acceptedByName ?? null),
    day('Accepted until', (risk) => risk.acceptance?.expiresAt),
    day('Review due', (risk) => risk.reviewDueAt),
    day('Updated', (risk) => risk.updatedAt),
  ]
}

/** Laws other than the usual ones, in words; nothing where both are ranges. */
function lawOf({ frequencyShape, lossShape }: Risk): string {
  const often = frequencyShape === null ? [] : [`at most once a year: ${percentOf(frequencyShape.probability)}`]
  if (lossShape === null) return often.join('; ')
  const much = lossShape.kind === 'pert' ? 'least, most likely, most' : `${lossShape.amountsMinor.length} amounts`
  return [...often, much].join('; ')
}

function furtherLosses({ secondaryLosses }: Risk, currency: string): string {
  return secondaryLosses
    .map(({ name, probability, lossMinor: { low, high } }) => {
      const range = [low, high].map((minor) => formatMoneyShort(minor, currency)).join(' to ')
      return `${name}: ${percentOf(probability)}, ${range}`
    })
    .join('; ')
}

const percentOf = (share: number) => `${Number((share * 100).toPrecision(3))} %`
