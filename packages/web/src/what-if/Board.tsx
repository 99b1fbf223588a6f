import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { later } from '../ui/later.ts'
import { Panel } from '../ui/Panel.tsx'
import { AheadChoice } from './AheadChoice.tsx'
import { AssuranceChoice } from './AssuranceChoice.tsx'
import { ControlsChoice } from './ControlsChoice.tsx'
import { OutcomePanel } from './OutcomePanel.tsx'
import type { Outcome } from './outcome.ts'
import { Pricing } from './Pricing.tsx'
import { RiskChanges } from './RiskChanges.tsx'
import { TreatmentsChoice } from './TreatmentsChoice.tsx'
import type { WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

const InsuranceChoice = later(async () => (await import('./InsuranceChoice.tsx')).InsuranceChoice)

export type ChoiceProps = {
  readonly page: WhatIfPage
  readonly whatIf: WhatIf
  readonly onChange: React.Dispatch<React.SetStateAction<WhatIf>>
}

/** What is changed on the left, what comes of it on the right. */
export function Board({ outcome, ...choice }: ChoiceProps & { readonly outcome: Outcome | null }) {
  const { t } = useTranslation()
  return (
    <div className={classes.board}>
      <div className={classes.choices}>
        <Panel title={t('Treatments')} hint={t('What is not in place yet: taken as in place and proven.')}>
          <TreatmentsChoice {...choice} />
        </Panel>
        <Panel title={t('Controls')} hint={t('Stop one, or say how much of it is proven.')}>
          <AssuranceChoice {...choice} />
          <ControlsChoice {...choice} />
        </Panel>
        <Panel title={t('Insurance')} hint={t('A further policy: what it pays, it pays instead of you.')}>
          <InsuranceChoice {...choice} />
        </Panel>
        <Panel title={t('Look ahead')} hint={t('Evidence ages on the way, if nobody renews it.')}>
          <AheadChoice {...choice} />
        </Panel>
      </div>
      <div className={classes.outcome}>
        {outcome === null ? (
          <Panel title={t('A year, today and then')}>
            <Pricing page={choice.page} />
          </Panel>
        ) : (
          <>
            <Pricing page={choice.page} />
            <OutcomePanel page={choice.page} outcome={outcome} />
            <RiskChanges page={choice.page} outcome={outcome} />
          </>
        )}
      </div>
    </div>
  )
}
