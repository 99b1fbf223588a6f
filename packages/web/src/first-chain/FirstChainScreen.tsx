import { Button } from '@mantine/core'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AttachProof } from './AttachProof.tsx'
import { ChooseRisks } from './ChooseRisks.tsx'
import { chosenRisksQuery, controlQuery, riskQuery } from './first-chain-queries.ts'
import { SayWhatIsInPlace } from './SayWhatIsInPlace.tsx'
import { SeeItMove } from './SeeItMove.tsx'
import { Step, StepList } from './Step.tsx'

/** From nothing to the first risk, control and piece of evidence that are tied together, on one page. */
export function Screen() {
  const { t } = useTranslation()
  if (!isOffered(useMay('risk:write')))
    return <NotPermitted noun="risk" what={t('The first chain is made by whoever may change risks.')} />
  return <Chain />
}

function Chain() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const { data: risks } = useSuspenseQuery(chosenRisksQuery(api))
  const [first] = risks.items
  const { data: risk } = useQuery({ ...riskQuery(api, first?.id ?? ''), enabled: first !== undefined })
  const claimed = claimedControl(risk)
  const { data: control } = useQuery({
    ...controlQuery(api, claimed?.controlId ?? ''),
    enabled: claimed !== undefined,
  })
  const isProven = control?.needs.some((need) => need.newest !== null) ?? false
  const done = [first !== undefined, claimed !== undefined, isProven].filter(Boolean).length
  return (
    <>
      <PageHeader
        noun="lookAhead"
        title={t('Your first chain')}
        sentence={sentenceOf(t, done)}
        next={done === 3 ? <Button onClick={() => go(paths.pulse)}>{t('Open Pulse')}</Button> : undefined}
      />
      <StepList>
        <Step number={1} title={t('Choose the risks that worry you')} isDone={first !== undefined} isOpen={done === 0}>
          <ChooseRisks />
        </Step>
        <Step number={2} title={t('Say what is in place')} isDone={claimed !== undefined} isOpen={done === 1}>
          {risk && <SayWhatIsInPlace risk={risk} />}
        </Step>
        <Step number={3} title={t('Attach the first proof')} isDone={isProven} isOpen={done === 2}>
          {control && <AttachProof control={control} />}
        </Step>
        <Step number={4} title={t('See it move')} isDone={false} isOpen={done === 3}>
          {risk && <SeeItMove risk={risk} />}
        </Step>
      </StepList>
    </>
  )
}

/** The first control of the risk that is said to be in place, even in part. */
function claimedControl(risk: RiskDetail | undefined) {
  return risk?.controls.find(({ implementation }) => implementation === 'implemented' || implementation === 'partly')
}

function sentenceOf(t: (key: string) => string, done: number): string {
  switch (done) {
    case 0:
      return t(
        'Three short steps: a risk, what you do against it, and what proves that. Start with what could hurt most.',
      )
    case 1:
      return t('The risk is in the register. Say which of the controls that treat it you already have.')
    case 2:
      return t('What you have is claimed now. Attach one thing that proves it.')
    default:
      return t(
        'A risk, a control and its proof are tied together. From here the chain looks after itself and tells you.',
      )
  }
}
