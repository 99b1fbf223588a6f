import type { ControlListItem } from '@sinew/contract/control/control-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { Money } from '../ui/Money.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { When } from '../ui/When.tsx'
import { AssuranceBar } from './AssuranceBar.tsx'
import { themeWords } from './control-words.ts'
import { ImplementationMark } from './ImplementationMark.tsx'

/** (worth − cost) / cost, as people say it. */
export function returnText(worthMinor: number, costMinor: number): string {
  return shareText(worthMinor / costMinor - 1)
}

/** A return as people say it: `+120 %`. */
export function shareText(share: number): string {
  const percent = Math.round(share * 100)
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`
}

const nothing = <span style={{ color: 'var(--sn-ink-3)' }}>–</span>

export function controlColumns(t: (key: string) => string, currency: string): readonly ListColumn<ControlListItem>[] {
  return [
    {
      key: 'ref',
      title: t('No.'),
      sort: 'ref',
      width: 72,
      fixed: true,
      card: 'reference',
      render: ({ ref }) => <span style={{ color: 'var(--sn-ink-3)' }}>{ref}</span>,
    },
    {
      key: 'title',
      title: t('Control'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ ref, title }) => (
        <PageLink to={paths.control} params={{ controlRef: ref }} c="var(--sn-ink)" fw={550}>
          {title}
        </PageLink>
      ),
    },
    {
      key: 'theme',
      title: t('Theme'),
      width: 130,
      hidden: true,
      card: 'none',
      render: ({ theme }) => t(themeWords[theme]),
    },
    {
      key: 'owner',
      title: t('Owner'),
      sort: 'owner',
      width: 120,
      ellipsis: true,
      render: ({ ownerName }) => ownerName ?? nothing,
    },
    {
      key: 'implementation',
      title: t('Said to be'),
      sort: 'implementation',
      width: 124,
      render: (control) => <ImplementationMark {...control} />,
    },
    {
      key: 'proof',
      title: t('Proof'),
      sort: 'proof',
      width: 112,
      card: 'corner',
      render: ({ proof }) => <ProofChip kind={proof} />,
    },
    {
      key: 'assurance',
      title: t('Assurance'),
      sort: 'assurance',
      width: 122,
      render: (control) => (control.applicable ? <AssuranceBar {...control} /> : nothing),
    },
    {
      key: 'nextDue',
      title: t('Next due'),
      sort: 'nextDueAt',
      width: 112,
      render: ({ nextDueAt }) => (nextDueAt ? <When at={nextDueAt} /> : nothing),
    },
    {
      key: 'gap',
      title: t('Gap a year'),
      sort: 'gap',
      width: 104,
      align: 'right',
      render: ({ gapMinor }) => (gapMinor === 0 ? nothing : <Money minor={gapMinor} currency={currency} />),
    },
    {
      key: 'worth',
      title: t('Worth a year'),
      sort: 'worth',
      width: 112,
      align: 'right',
      render: ({ worthProvenMinor }) =>
        worthProvenMinor === 0 ? nothing : <Money minor={worthProvenMinor} currency={currency} />,
    },
    {
      key: 'cost',
      title: t('Cost a year'),
      sort: 'cost',
      width: 108,
      align: 'right',
      hidden: true,
      render: ({ annualCostMinor }) =>
        annualCostMinor === null ? nothing : <Money minor={annualCostMinor} currency={currency} />,
    },
    {
      key: 'return',
      title: t('Return'),
      sort: 'return',
      width: 92,
      align: 'right',
      hidden: true,
      render: ({ worthProvenMinor, annualCostMinor }) =>
        annualCostMinor ? returnText(worthProvenMinor, annualCostMinor) : nothing,
    },
    {
      key: 'risks',
      title: t('Risks'),
      width: 72,
      align: 'right',
      hidden: true,
      card: 'none',
      render: ({ riskCount }) => riskCount,
    },
  ]
}
