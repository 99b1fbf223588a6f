import { Input } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './form.module.css'
import { IntervalScale } from './IntervalScale.tsx'
import { intervalProblem, type PartialInterval } from './interval.ts'
import { MoneyInput } from './MoneyInput.tsx'
import { QuantityInput } from './QuantityInput.tsx'

export type IntervalInputProps = {
  readonly label: string
  /** Anchors: what the ends mean, where the suggestion comes from. */
  readonly description?: React.ReactNode
  /** Minor units when `currency` is given. */
  readonly value: PartialInterval
  readonly onChange: (value: PartialInterval) => void
  readonly currency?: string
  /** Said after each end: `a year`. */
  readonly unit?: string
  /** The value is a share in [0, 1], typed and shown as percent. */
  readonly percent?: boolean
  /** The logarithmic scale drawn below, in the units of `value`, with marks to compare with. */
  readonly scale?: {
    readonly from: number
    readonly to: number
    readonly format: (value: number) => string
    readonly marks?: readonly number[]
  }
  readonly max?: number
  readonly error?: React.ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
}

/** A 90 % interval: nine times in ten the truth lies between the two ends. */
export function IntervalInput(props: IntervalInputProps) {
  const { t } = useTranslation()
  const id = useId()
  const {
    label,
    description,
    value,
    currency,
    percent,
    scale,
    max = percent ? 1 : undefined,
    required,
    disabled,
  } = props
  const problem = intervalProblem(value, { min: 0, max })
  const unit = props.unit ?? (percent ? '%' : undefined)
  const error = props.error ?? (problem && t(problem))
  const end = (side: 'low' | 'high', name: string) => {
    const shared = {
      'aria-label': `${label}: ${name}`,
      'aria-describedby': `${id}-anchors`,
      error: Boolean(error),
      disabled,
      rightSection: unit ? <span className={classes.unit}>{unit}</span> : undefined,
      rightSectionWidth: unit ? unit.length * 7 + 14 : undefined,
    }
    const change = (next: number | null) => props.onChange({ ...value, [side]: next })
    return currency ? (
      <MoneyInput {...shared} currency={currency} valueMinor={value[side]} onChangeMinor={change} />
    ) : (
      <QuantityInput {...shared} percent={percent} value={value[side]} onChange={change} />
    )
  }
  return (
    <Input.Wrapper label={label} description={description} error={error} required={required} labelElement="div">
      <fieldset className={classes.ends} aria-label={label}>
        {end('low', t('low end'))}
        <span className={classes.to}>{t('to')}</span>
        {end('high', t('high end'))}
      </fieldset>
      {scale && <IntervalScale value={value} {...scale} />}
      <p className={classes.anchors} id={`${id}-anchors`}>
        {t('1 time in 20 it is lower, 1 time in 20 higher.')}
      </p>
    </Input.Wrapper>
  )
}
