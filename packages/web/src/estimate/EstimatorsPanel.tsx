import { Group, Stack } from '@mantine/core'
import type { RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { AskForEstimates } from './AskForEstimates.tsx'
import { EstimatorList } from './EstimatorList.tsx'
import classes from './estimate.module.css'
import { estimatesQuery } from './estimate-queries.ts'
import { OpenRequests } from './OpenRequests.tsx'
import { OwnEstimateForm } from './OwnEstimateForm.tsx'
import { type TakeOver, TogetherPanel } from './TogetherPanel.tsx'

type Props = {
  readonly risk: RiskDetail
  /** Puts figures into the editor of the risk's estimate. */
  readonly onTakeOver: (figures: TakeOver) => void
}

/** The same risk in several heads: each gives figures alone, then all see them, then one pool can be taken over. */
export function EstimatorsPanel({ risk, onTakeOver }: Props) {
  const { t } = useTranslation()
  const estimates = useQuery(estimatesQuery(useOrganizationApi(), risk.id)).data
  const [doing, doIt] = useState<'give' | 'ask' | null>(null)
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  if (estimates === undefined) return null
  const own = estimates.estimates.find(({ isYou }) => isYou)
  const isEmpty = estimates.estimates.every(({ status }) => status === 'withdrawn') && estimates.requests.length === 0
  const buttons = (
    <Group gap={6}>
      <ActionButton size="xs" variant="default" refusals={refusals} onClick={() => doIt('ask')}>
        {t('Ask others')}
      </ActionButton>
      <ActionButton size="xs" variant="default" refusals={refusals} onClick={() => doIt('give')}>
        {own?.status === 'given' ? t('Change mine') : t('Give mine')}
      </ActionButton>
    </Group>
  )
  return (
    <Panel
      title={t('Several heads')}
      hint={t('Each estimates alone; the others’ figures show once you have given yours.')}
      actions={doing === null && !isEmpty ? buttons : undefined}
    >
      <Stack gap="md">
        {doing === 'give' && <OwnEstimateForm riskId={risk.id} own={own} onClose={() => doIt(null)} />}
        {doing === 'ask' && <AskForEstimates riskId={risk.id} onClose={() => doIt(null)} />}
        {isEmpty && doing === null && (
          <EmptyState title={t('One head or several?')} action={buttons}>
            {t('Several people who estimate alone and are pooled come closer than the best of them in most studies.')}
          </EmptyState>
        )}
        {!isEmpty && <Given risk={risk} estimates={estimates} onTakeOver={onTakeOver} />}
        <OpenRequests riskId={risk.id} requests={estimates.requests} refusals={refusals} />
        <p className={classes.source}>
          <PageLink to={paths.calibration}>{t('Train your ranges on ten questions')}</PageLink>
        </p>
      </Stack>
    </Panel>
  )
}

function Given({ risk, estimates, onTakeOver }: Props & { readonly estimates: RiskEstimates }) {
  const { t } = useTranslation()
  const given = estimates.estimates.filter(({ status }) => status !== 'withdrawn')
  if (given.length === 0) return null
  const isHidden = !estimates.mayLook && given.some(({ isYou }) => !isYou)
  return (
    <>
      {isHidden && (
        <p style={{ margin: 0 }}>
          {t('What the others said is hidden, so that it does not pull your figures towards it. Give yours, or pass.')}
        </p>
      )}
      <EstimatorList estimates={given} pools={estimates.pools} onTakeOver={onTakeOver} risk={risk} />
      <TogetherPanel risk={risk} estimates={estimates} onTakeOver={onTakeOver} />
    </>
  )
}
