import { useDebouncedValue } from '@mantine/hooks'
import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { eventInWords } from '@sinew/core/estimate/event-in-words.ts'
import { yearInWords } from '@sinew/core/estimate/year-in-words.ts'
import { lossLawOf } from '@sinew/core/loss/loss-law.ts'
import { isSame } from '@sinew/core/movement/same.ts'
import { estimateRefusals } from '@sinew/core/risk/estimate-rules.ts'
import { useDeferredValue, useMemo } from 'react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { type RiskDraft, sharesOf, toEstimateInput, toRiskInput } from '../risk/price-draft.ts'
import { LossCurve } from '../ui/chart/LossCurve.tsx'
import { EventStrip } from './EventStrip.tsx'
import classes from './estimate.module.css'
import { priceRiskYear, rested, typed } from './risk-year.ts'

type Props = { readonly risk: RiskDetail; readonly draft: RiskDraft; readonly methodology: MethodologyContent }

/**
 * The whole distribution behind the typed ranges, priced in the page as they are typed: coarse within a frame, and again with
 * stitched ranges once the typing rests.
 */
export function LiveCurve({ risk, draft, methodology }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const now = useDeferredValue(draft)
  const [still] = useDebouncedValue(draft, 300)
  const settings = still === now ? rested : typed
  const before = useMemo(() => yearsOf(risk, risk, methodology, rested), [risk, methodology])
  const years = useMemo(() => yearsOf(risk, now, methodology, settings), [risk, now, methodology, settings])
  const input = toEstimateInput(risk, now)
  const law = estimateRefusals(input).length === 0 ? lossLawOf(input) : null
  if (years === null || law === null) return null
  const { inherent, proven } = years
  const isChanged = before !== null && !isSame(input, toEstimateInput(risk, risk))
  return (
    <div className={classes.live}>
      <EventStrip law={law} />
      <p>{eventInWords(law, currency)}</p>
      <LossCurve
        label={t('What a year of this risk costs')}
        currency={currency}
        curves={[
          { state: 'inherent', ...inherent.points },
          { state: 'proven', ...proven.points },
        ]}
        before={isChanged ? before.proven.points : undefined}
        height={240}
      />
      <p>
        <strong>{t('Without controls:')}</strong> {yearInWords(inherent.figures, currency)}
      </p>
      <p>
        <strong>{t('As proven:')}</strong> {yearInWords(proven.figures, currency)}
      </p>
    </div>
  )
}

function yearsOf(risk: RiskDetail, draft: RiskDraft, methodology: MethodologyContent, settings: typeof typed) {
  if (estimateRefusals(toEstimateInput(risk, draft)).length > 0) return null
  const controls = new Map(risk.controls.map((link) => [link.controlId, sharesOf(link)]))
  const price = (state: 'inherent' | 'proven') =>
    priceRiskYear(toRiskInput(risk, draft), (id) => controls.get(id), state, methodology, settings)
  const [inherent, proven] = [price('inherent'), price('proven')]
  return inherent === null || proven === null ? null : { inherent, proven }
}
