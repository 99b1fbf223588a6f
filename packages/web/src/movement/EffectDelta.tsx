import type { Effect } from '@sinew/core/movement/movement.ts'
import { Delta } from '../ui/Delta.tsx'
import { betterOf } from './chain-steps.ts'
import { EffectValue } from './EffectValue.tsx'
import classes from './movement.module.css'

type Props = { readonly effect: Effect; readonly currency: string }

/** Before → after of one number or word. */
export function EffectDelta({ effect, currency }: Props) {
  const { unit, before, after, quantity } = effect
  const better = betterOf(quantity)
  if (better !== null) {
    return (
      <Delta
        before={Number(before ?? 0)}
        after={Number(after ?? 0)}
        better={better}
        render={(value) => <EffectValue unit={unit} value={value} currency={currency} />}
      />
    )
  }
  return (
    <span className={classes.words}>
      <EffectValue unit={unit} value={before} currency={currency} />
      <span aria-hidden="true">→</span>
      <strong>
        <EffectValue unit={unit} value={after} currency={currency} />
      </strong>
    </span>
  )
}
