import { RangeSlider } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { logStepsAround } from './interval.ts'

type Interval = { readonly low: number; readonly high: number }

export type IntervalSliderProps = {
  readonly label: string
  readonly value: Interval
  /** What the scale is made around, and marked on it. */
  readonly around: Interval
  readonly onChange: (value: Interval) => void
  readonly format: (value: number) => string
  readonly className?: string
}

// Ends a million times apart are no estimate.
const widestDecades = 6

/** Both ends of a positive interval on a logarithmic scale; an end that is not pulled on keeps its value to the last digit. */
export function IntervalSlider({ label, value, around, onChange, format, className }: IntervalSliderProps) {
  const { t } = useTranslation()
  const { low, high } = around
  const steps = useMemo(() => logStepsAround({ low, high }), [low, high])
  const words = (step: number) => format(steps.valueAt(step))
  const [from, to] = [steps.stepOf(value.low), steps.stepOf(value.high)]
  const marks = useMemo(() => [{ value: steps.stepOf(low) }, { value: steps.stepOf(high) }], [steps, low, high])
  const endAt = (step: number, side: keyof Interval) => {
    if (step === steps.stepOf(value[side])) return value[side]
    return step === steps.stepOf(around[side]) ? around[side] : steps.valueAt(step)
  }
  return (
    <RangeSlider
      className={className}
      size="sm"
      min={0}
      max={steps.count}
      minRange={1}
      maxRange={widestDecades * 100 - 1}
      pushOnOverlap={false}
      value={[from, to]}
      onChange={([nextFrom, nextTo]) => {
        if (nextFrom !== from || nextTo !== to) onChange({ low: endAt(nextFrom, 'low'), high: endAt(nextTo, 'high') })
      }}
      label={null}
      marks={marks}
      thumbFromLabel={t('{{range}}: low end', { range: label })}
      thumbToLabel={t('{{range}}: high end', { range: label })}
      thumbValueText={words}
    />
  )
}
