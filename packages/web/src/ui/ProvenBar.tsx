import { useTranslation } from '../i18n/use-translation.ts'
import classes from './ProvenBar.module.css'
import { type BarPart, barPartSentence, barParts } from './proof-kind.ts'

export type ProvenBarProps = {
  /** What the bar is about, for people who hear it: `Assurance of A.8.13`. */
  readonly label: string
  readonly parts: Partial<Readonly<Record<BarPart, number>>>
  /** The full length; the sum of the parts when left out. What is left over stays empty. */
  readonly total?: number
  /** How a part is said: percent of the total unless given. */
  readonly format?: (value: number) => string
  readonly size?: 'sm' | 'md' | 'lg'
}

/** Solid is proven, hatched is only claimed, amber fades, red fails, grey is unknown. */
export function ProvenBar({ label, parts, total, format, size = 'md' }: ProvenBarProps) {
  const { t } = useTranslation()
  const present = barParts
    .map((part) => ({ part, value: Math.max(0, parts[part] ?? 0) }))
    .filter(({ value }) => value > 0 && Number.isFinite(value))
  const sum = present.reduce((all, { value }) => all + value, 0)
  const whole = Math.max(total ?? sum, sum)
  const say = format ?? ((value: number) => `${Math.round((value / whole) * 100)} %`)
  const spoken = present.map(({ part, value }) => `${t(barPartSentence[part])} ${say(value)}`)
  const text = `${label}: ${spoken.length > 0 ? spoken.join(', ') : t('nothing')}`
  return (
    <span role="img" aria-label={text} title={spoken.join(' · ')} className={classes.bar} data-size={size}>
      {present.map(({ part, value }) => (
        <span key={part} className={classes.part} data-part={part} style={{ width: `${(value / whole) * 100}%` }} />
      ))}
    </span>
  )
}
