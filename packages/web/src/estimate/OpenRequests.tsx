import { type EstimateRequest, withdrawEstimateRequest } from '@sinew/contract/estimate/estimate-contract.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import classes from './estimate.module.css'
import { useEstimateWrite } from './use-estimate-write.ts'

type Props = {
  readonly riskId: string
  readonly requests: readonly EstimateRequest[]
  readonly refusals: readonly Refusal[]
}

/** Who was asked and has not answered yet. */
export function OpenRequests({ riskId, requests, refusals }: Props) {
  const { t } = useTranslation()
  const withdraw = useEstimateWrite(withdrawEstimateRequest, riskId)
  const open = requests.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return null
  return (
    <div>
      <ProblemPanel problem={withdraw.problem} />
      <ul className={classes.requests} aria-label={t('Asked and not answered yet')}>
        {open.map((request) => (
          <li key={request.id}>
            <span>
              {request.isYou ? (
                <strong>{t('You are asked for your estimate')}</strong>
              ) : (
                t('{{name}} is asked', { name: request.personName })
              )}{' '}
              <span className={classes.source}>
                {t('by {{name}}', { name: request.askedByName })}, <When at={request.askedAt} />
                {request.message !== '' && `: ${request.message}`}
              </span>
            </span>
            <ActionButton
              size="compact-xs"
              variant="subtle"
              refusals={refusals}
              aria-label={t('Ask no longer: {{name}}', { name: request.personName })}
              onClick={() => void withdraw.send({ params: { riskId, estimateRequestId: request.id } })}
            >
              {t('Ask no longer')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
