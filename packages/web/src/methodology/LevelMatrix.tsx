import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import { levelOf } from '@sinew/core/risk/risk-level.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './methodology.module.css'

type Scales = Pick<MethodologyContent, 'likelihoodBands' | 'consequenceBands' | 'levelThresholds'>

/** The level of every cell, likelihood upwards, consequence to the right. */
export function LevelMatrix({
  content: { likelihoodBands, consequenceBands, levelThresholds },
}: {
  readonly content: Scales
}) {
  const { t } = useTranslation()
  const rows = likelihoodBands.map(({ name }, index) => ({ name, position: index + 1 })).reverse()
  return (
    // A table that is wider than a phone is scrolled by keys as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is what makes it scroll by keys.
    <section className={classes.scroll} aria-label={t('Level of every cell')} tabIndex={0}>
      <table className={classes.matrix}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <th scope="row">{row.name}</th>
              {consequenceBands.map((_, index) => {
                const level = levelOf(row.position * (index + 1), levelThresholds)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its position.
                  <td key={index} data-level={level}>
                    {t(level)}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <td />
            {consequenceBands.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
