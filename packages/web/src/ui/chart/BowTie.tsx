import { useTranslation } from '../../i18n/use-translation.ts'
import { ProofChip } from '../ProofChip.tsx'
import { ProvenBar } from '../ProvenBar.tsx'
import type { ProofKind } from '../proof-kind.ts'
import classes from './bow-tie.module.css'

export type BowTieControl = {
  readonly id: string
  readonly reference: string
  readonly title: string
  /** The name as a link. */
  readonly name: React.ReactNode
  readonly kind: ProofKind
  /** Shares of the frequency or loss it takes away: as claimed, and as proven now. */
  readonly claimed: number
  readonly proven: number
  /** What it would take away once in place; shown while nothing of it is. */
  readonly planned?: number
}

export type BowTieProps = {
  readonly cause: React.ReactNode
  readonly consequence: React.ReactNode
  /** What happens, and its live numbers. */
  readonly event: React.ReactNode
  /** What lowers the frequency. */
  readonly before: readonly BowTieControl[]
  /** What lowers the loss. */
  readonly after: readonly BowTieControl[]
  /** Buttons below each side, e.g. to add a control. */
  readonly addBefore?: React.ReactNode
  readonly addAfter?: React.ReactNode
}

/** Cause, the controls before the event, the event, the controls after it, consequence; each strand drawn by its proof. */
export function BowTie({ cause, consequence, event, before, after, addBefore, addAfter }: BowTieProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.bowTie}>
      <End title={t('Cause')} text={cause} side="before" />
      <End title={t('Consequence')} text={consequence} side="after" />
      <section className={classes.side} data-side="before" aria-label={t('Controls that make it rarer')}>
        <Controls title={t('Controls that make it rarer')} controls={before} add={addBefore} />
        <Strands controls={before} side="before" />
      </section>
      <div className={classes.event}>{event}</div>
      <section className={classes.side} data-side="after" aria-label={t('Controls that make it cheaper')}>
        <Strands controls={after} side="after" />
        <Controls title={t('Controls that make it cheaper')} controls={after} add={addAfter} />
      </section>
    </div>
  )
}

type EndProps = { readonly title: string; readonly text: React.ReactNode; readonly side: 'before' | 'after' }

function End({ title, text, side }: EndProps) {
  return (
    <div className={classes.end} data-side={side}>
      <span className={classes.kicker}>{title}</span>
      <div>{text}</div>
    </div>
  )
}

type ControlsProps = {
  readonly title: string
  readonly controls: readonly BowTieControl[]
  readonly add?: React.ReactNode
}

function Controls({ title, controls, add }: ControlsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.controlSide}>
      <span className={classes.kicker}>{title}</span>
      <ul className={classes.controls}>
        {controls.length === 0 && <li className={classes.none}>{t('None yet.')}</li>}
        {controls.map((control) => (
          <Control key={control.id} control={control} />
        ))}
      </ul>
      {add && <div className={classes.add}>{add}</div>}
    </div>
  )
}

function Control({
  control: { reference, name, kind, claimed, proven, planned },
}: {
  readonly control: BowTieControl
}) {
  const { t } = useTranslation()
  const percent = (share: number) => Math.round(share * 100)
  return (
    <li className={classes.control}>
      <span className={classes.name}>{name}</span>
      <ProofChip kind={kind} />
      <span className={classes.reduction}>
        <ProvenBar
          size="sm"
          label={t('Reduction by {{reference}}', { reference })}
          parts={{ proven, claimed: Math.max(0, claimed - proven) }}
          total={1}
        />
        <span>
          {claimed === 0 && planned
            ? t('not in place; would take {{planned}} %', { planned: percent(planned) })
            : t('{{proven}} % of {{claimed}} %', { proven: percent(proven), claimed: percent(claimed) })}
        </span>
      </span>
    </li>
  )
}

/** One strand a control, running together in the event: solid while proven, dashed while only claimed. */
function Strands({
  controls,
  side,
}: {
  readonly controls: readonly BowTieControl[]
  readonly side: 'before' | 'after'
}) {
  const count = Math.max(controls.length, 1)
  const from = (index: number) => ((index + 0.5) / count) * 100
  return (
    <svg
      className={classes.strands}
      viewBox="0 0 60 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {controls.map(({ id, kind }, index) => {
        const [outer, inner] = [from(index), 50]
        const d =
          side === 'before'
            ? `M0 ${outer}C30 ${outer} 30 ${inner} 60 ${inner}`
            : `M60 ${outer}C30 ${outer} 30 ${inner} 0 ${inner}`
        return <path key={id} d={d} className={classes.strand} data-kind={kind} />
      })}
    </svg>
  )
}
