import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { reasonWords } from '@sinew/core/soa/soa-words.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { RefChip } from './RefChip.tsx'
import classes from './soa.module.css'

const mostChips = 5

/** Why a control is necessary, as chips: risks and obligations by their ids, what people wrote by its kind. */
export function ReasonChips({ line }: { readonly line: SoaLine }) {
  const { t } = useTranslation()
  if (!line.applicable) {
    return <span className={classes.justification}>{line.justification || t('No justification given')}</span>
  }
  if (line.issues.some(({ rule }) => rule === 'undecided')) {
    return <span className={classes.quiet}>{t('Not decided yet')}</span>
  }
  if (line.reasons.length === 0) return <span className={classes.missing}>{t('No reason yet')}</span>
  const shown = line.reasons.slice(0, mostChips)
  return (
    <span className={classes.chips}>
      {shown.map(({ kind, text, source }, index) =>
        source === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two written reasons may say the same.
          <span key={index} className={classes.chip} data-written title={text}>
            {t(reasonWords[kind])}
          </span>
        ) : (
          <RefChip key={source.id} entity={source.entity} refName={source.ref} title={text} />
        ),
      )}
      {line.reasons.length > mostChips && (
        <span className={classes.more}>{t('{{count}} more', { count: line.reasons.length - mostChips })}</span>
      )}
    </span>
  )
}
