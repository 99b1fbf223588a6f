import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import { checkEstimate } from '@sinew/core/estimate/check-estimate.ts'
import type { EstimateAnchors } from '@sinew/core/estimate/estimate-anchors.ts'
import type { EstimateInput } from '@sinew/core/loss/loss-law.ts'
import { IconAlertTriangle, IconEye } from '@tabler/icons-react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './estimate.module.css'

type Props = {
  readonly estimate: EstimateInput
  readonly methodology: MethodologyContent
  readonly anchors: EstimateAnchors | null
}

/** What the typed figures say without saying it, where that is hard to believe. Nothing here stops anybody from saving. */
export function EstimateChecks({ estimate, methodology, anchors }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const checks = checkEstimate(estimate, { currency, likelihoodBands: methodology.likelihoodBands, anchors })
  return (
    <div aria-live="polite">
      {checks.length > 0 && (
        <ul className={classes.checks} aria-label={t('Worth a second look')}>
          {checks.map(({ code, field, severity, sentence, advice }) => (
            <li key={`${field} ${code}`} data-severity={severity}>
              {severity === 'doubtful' ? (
                <IconAlertTriangle size={16} aria-hidden />
              ) : (
                <IconEye size={16} aria-hidden />
              )}
              <div>
                <strong>{severity === 'doubtful' ? t('Hard to believe.') : t('Look again.')}</strong> {sentence}{' '}
                <span className={classes.advice}>{advice}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
