import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { ObjectLink } from '../ui/explanation/ObjectLink.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import type { AcceptanceChange, Changes, LineChange, RiskChange } from './changes-until.ts'
import classes from './look-ahead.module.css'

type Props = {
  readonly title: string
  readonly hint: React.ReactNode
  readonly changes: Changes
  readonly currency: string
}

const shown = 8

/** Risks, lines and acceptances that are different by the chosen day. */
export function ChangesPanel({ title, hint, changes, currency }: Props) {
  const { t } = useTranslation()
  const { lines, risks, acceptances } = changes
  const isCalm = lines.length + risks.length + acceptances.length === 0
  return (
    <Panel title={title} hint={hint}>
      {isCalm && t('Everything that is proven today is still proven then.')}
      <Rows title={t('{{count}} risks', { count: risks.length })} rows={risks}>
        {(risk) => <RiskRow key={risk.id} risk={risk} currency={currency} />}
      </Rows>
      <Rows title={t('{{count}} lines of the statement', { count: lines.length })} rows={lines}>
        {(line) => <LineRow key={line.id} line={line} />}
      </Rows>
      <Rows title={t('{{count}} acceptances reopen', { count: acceptances.length })} rows={acceptances}>
        {(acceptance) => <AcceptanceRow key={acceptance.id} acceptance={acceptance} />}
      </Rows>
    </Panel>
  )
}

type RowsProps<T> = {
  readonly title: string
  readonly rows: readonly T[]
  readonly children: (row: T) => React.ReactNode
}

function Rows<T>({ title, rows, children }: RowsProps<T>) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <section className={classes.changes}>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul className={classes.rows}>{rows.slice(0, shown).map(children)}</ul>
      {rows.length > shown && <p className={classes.rest}>{t('and {{count}} more', { count: rows.length - shown })}</p>}
    </section>
  )
}

function RiskRow({ risk, currency }: { readonly risk: RiskChange; readonly currency: string }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className={classes.name}>
        <ObjectLink source={{ entity: 'risk', id: risk.id, ref: risk.ref, label: risk.title }}>
          {risk.ref} {risk.title}
        </ObjectLink>
      </span>
      <span className={classes.values}>
        <Delta
          before={risk.beforeMinor}
          after={risk.afterMinor}
          better="lower"
          render={(minor) => <Money minor={minor} currency={currency} />}
        />
        {risk.levelBefore !== risk.levelAfter && (
          <span className={classes.level}>
            {t(risk.levelBefore)} → <strong>{t(risk.levelAfter)}</strong>
          </span>
        )}
      </span>
    </li>
  )
}

function LineRow({ line }: { readonly line: LineChange }) {
  return (
    <li>
      <span className={classes.name}>
        <ObjectLink source={{ entity: 'control', id: line.id, ref: line.ref, label: line.title }}>
          {line.ref} {line.title}
        </ObjectLink>
      </span>
      <span className={classes.values}>
        <Delta
          before={line.assuranceBefore}
          after={line.assuranceAfter}
          better="higher"
          render={(share) => share.toFixed(2)}
        />
        {line.before !== line.after && <ProofChip kind={line.after} />}
      </span>
    </li>
  )
}

function AcceptanceRow({ acceptance }: { readonly acceptance: AcceptanceChange }) {
  return (
    <li className={classes.tall}>
      <span className={classes.name}>
        <ObjectLink source={{ entity: 'risk', id: acceptance.riskId, ref: acceptance.ref, label: acceptance.label }}>
          {acceptance.ref} {acceptance.label}
        </ObjectLink>
      </span>
      <span className={classes.why}>{acceptance.reasons.join(' ')}</span>
    </li>
  )
}
