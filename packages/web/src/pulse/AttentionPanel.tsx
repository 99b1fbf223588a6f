import type { Attention, Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import type { AttentionKind } from '@sinew/core/chain/attention.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { type Noun, nounIcons } from '../ui/noun-icons.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProofShape } from '../ui/ProofShape.tsx'
import { Worth } from '../ui/Worth.tsx'
import classes from './pulse.module.css'

type Props = { readonly attention: Pulse['attention']; readonly currency: string }

/** What should be done, what is worth most first. */
export function AttentionPanel({ attention, currency }: Props) {
  const { t } = useTranslation()
  const { items, total } = attention
  return (
    <Panel
      title={t('What is due')}
      hint={
        total > items.length ? t('The {{shown}} most worth of {{total}}', { shown: items.length, total }) : undefined
      }
      flush={items.length > 0}
    >
      {items.length === 0 ? (
        t('Nothing waits for anybody today.')
      ) : (
        <ul className={classes.due}>
          {items.map((item) => (
            <AttentionRow key={`${item.kind} ${item.id}`} item={item} currency={currency} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function AttentionRow({ item, currency }: { readonly item: Attention; readonly currency: string }) {
  return (
    <li className={classes.dueRow}>
      <span className={classes.dueMark} data-kind={item.kind}>
        <Mark kind={item.kind} />
      </span>
      <span className={classes.dueWords}>
        <RefText>{item.sentence}</RefText>
        {item.personName && <span className={classes.dueWho}>{item.personName}</span>}
      </span>
      <span className={classes.dueWorth}>
        <Worth minor={item.worthMinor} currency={currency} />
      </span>
    </li>
  )
}

const icons: Readonly<Partial<Record<AttentionKind, Noun>>> = {
  collector_silent: 'collector',
  acceptance_reopened: 'acceptance',
  acceptance_expiring: 'acceptance',
  risk_unaccepted: 'risk',
  risk_unestimated: 'risk',
  rate_update_waiting: 'backTest',
  action_overdue: 'treatment',
  action_due: 'treatment',
}

function Mark({ kind }: { readonly kind: AttentionKind }) {
  if (kind === 'evidence_failing') return <ProofShape kind="failing" size={14} />
  if (kind === 'evidence_stale') return <FreshnessDot state="stale" />
  if (kind === 'evidence_missing') return <FreshnessDot state="missing" />
  if (kind === 'evidence_due') return <FreshnessDot state="due" />
  const Icon = nounIcons[icons[kind] ?? 'movement']
  return <Icon size={15} stroke={1.7} aria-hidden="true" />
}
