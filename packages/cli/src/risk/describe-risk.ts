import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { formatMoneyFull } from '@sinew/core/money/format-money.ts'
import { printFields, printTable } from '../print-table.ts'

/** One risk for a person: what it is, what it costs in each state, what treats it and who accepted it. */
export function describeRisk(risk: RiskDetail, currency: string): string {
  const parts = [
    `R-${risk.number} ${risk.title}\n`,
    printFields([
      ['State', risk.status],
      ['Level', risk.state?.provenLevel],
      ['Owner', risk.ownerName ?? 'nobody'],
      ['Category', risk.category],
      ['Source', risk.source],
      ['Event', risk.event],
      ['Consequence', risk.consequence],
      ['Treatment', risk.treatment],
      ['Assets', risk.assets.map((asset) => asset.title).join(', ')],
      ['Review due', day(risk.reviewDueAt)],
      ['Accepted', describeAcceptance(risk)],
    ]),
    describeLoss(risk, currency),
    describeControls(risk),
    describeActions(risk),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function describeLoss({ state }: RiskDetail, currency: string): string {
  if (state === null) return 'Expected yearly loss: not known yet, because there is no usable estimate.\n'
  return printTable(
    [
      { name: 'inherent', minor: state.inherentMinor, level: state.inherentLevel },
      { name: 'claimed', minor: state.claimedMinor, level: state.claimedLevel },
      { name: 'proven', minor: state.provenMinor, level: state.provenLevel },
      { name: 'target', minor: state.targetMinor, level: state.targetLevel },
    ],
    [
      { title: 'State', value: (row) => row.name },
      { title: 'Expected yearly loss', value: (row) => formatMoneyFull(row.minor, currency), align: 'right' },
      { title: 'Level', value: (row) => row.level },
    ],
  )
}

function describeControls({ controls }: RiskDetail): string {
  if (controls.length === 0) return 'No control treats it.\n'
  return printTable(controls, [
    { title: 'Control', value: (control) => control.ref },
    { title: 'Proof', value: (control) => control.proof ?? 'unproven' },
    { title: 'Assurance', value: (control) => percent(control.assurance ?? 0), align: 'right' },
    {
      title: 'Effect',
      value: ({ effect, reduction, coverage }) =>
        `${effectWords[effect]} ${percent(reduction.low)} to ${percent(reduction.high)}${coverage < 1 ? ` of ${percent(coverage)}` : ''}`,
    },
    { title: 'Title', value: (control) => control.title, max: 60 },
  ])
}

const effectWords = { frequency: 'frequency by', loss: 'loss by', response: 'contains' } as const

function describeActions({ actions }: RiskDetail): string {
  if (actions.length === 0) return ''
  return printTable(actions, [
    { title: 'Action', value: (action) => action.status },
    { title: 'Due', value: (action) => day(action.dueAt) ?? '-' },
    { title: 'Owner', value: (action) => action.ownerName ?? '-' },
    { title: 'Title', value: (action) => action.title },
  ])
}

function describeAcceptance({ acceptances }: RiskDetail): string | null {
  const newest = acceptances[0]
  if (newest === undefined) return null
  if (newest.status === 'valid') return `by ${newest.acceptedByName}, until ${day(newest.expiresAt)}`
  const reasons = newest.endReasons.map((reason) => reason.message).join(' ')
  return `${newest.status}${reasons === '' ? '' : `: ${reasons}`}`
}

function day(instant: string | null): string | null {
  return instant?.slice(0, 10) ?? null
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
