import { Alert } from '@mantine/core'
import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { Facts } from '../ui/Facts.tsx'
import { later } from '../ui/later.ts'
import { Money, MoneyRange } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { LivePrice } from './LivePrice.tsx'
import { perYearWords } from './per-year-words.ts'
import type { PricedStates, RiskDraft } from './price-draft.ts'
import classes from './risk.module.css'
import { shapeInWords } from './shape-words.ts'

const LiveCurve = later(async () => (await import('../estimate/LiveCurve.tsx')).LiveCurve)
const EstimateEditor = later(async () => (await import('./EstimateEditor.tsx')).EstimateEditor)

type Props = {
  readonly risk: RiskDetail
  readonly methodology: MethodologyContent
  /** Being edited when not null. */
  readonly draft: RiskDraft | null
  readonly onDraft: (draft: RiskDraft | null) => void
  readonly saved: PricedStates | null
  readonly tried: PricedStates | null
}

/** How often and how much, without any control: who said so, when, why, and the editor that re-prices the page. */
export function EstimatePanel({ risk, methodology, draft, onDraft, saved, tried }: Props) {
  const { t } = useTranslation()
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  const { frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, secondaryLosses } = risk
  const start = () => onDraft({ frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, secondaryLosses })
  const button = (
    <ActionButton size="xs" variant="default" refusals={refusals} onClick={start}>
      {frequency ? t('Estimate anew') : t('Estimate')}
    </ActionButton>
  )
  return (
    <Panel
      title={t('Estimate')}
      hint={t('Without any control, as ranges that hold the truth nine times out of ten.')}
      actions={draft === null && frequency ? button : undefined}
    >
      {draft !== null && (
        <EstimateEditor
          key={draft.takenOver?.basis}
          risk={risk}
          methodology={methodology}
          draft={draft}
          onDraft={onDraft}
        >
          <LiveCurve risk={risk} draft={draft} methodology={methodology} />
          <LivePrice saved={saved} tried={tried} />
        </EstimateEditor>
      )}
      {draft === null && frequency === null && (
        <EmptyState title={t('How often, and how much?')} action={button}>
          {t('Two ranges are enough to price a risk. The page shows what they mean while you type.')}
        </EmptyState>
      )}
      {draft === null && frequency !== null && <Estimate risk={risk} />}
    </Panel>
  )
}

function Estimate({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, assessedByName, estimatedAt } = risk
  const words = (field: 'frequencyShape' | 'lossShape' | 'secondaryLosses') =>
    shapeInWords(t, currency, field, risk[field])
  return (
    <>
      {assessedByName === null && (
        <Alert color="yellow" mb="sm" title={t('Suggested by the catalogue')}>
          {t(
            'Nobody has looked at these figures yet. Estimate anew, or call the risk assessed to take them over as yours.',
          )}
        </Alert>
      )}
      <Facts
        facts={{
          [t('How often')]: frequencyShape ? words('frequencyShape') : frequency && perYearWords(t, frequency),
          [t('How much')]: lossShape
            ? words('lossShape')
            : lossMinor && <MoneyRange lowMinor={lossMinor.low} highMinor={lossMinor.high} currency={currency} />,
          [t('Never more than')]: lossCapMinor !== null && <Money minor={lossCapMinor} currency={currency} />,
          [t('Further losses')]: words('secondaryLosses'),
          [t('A contained event saves')]:
            risk.containedSaved !== null && t('{{number}} %', { number: shortNumber(risk.containedSaved * 100) }),
          [t('Assessed')]: assessedByName && (
            <>
              {assessedByName}, <When at={estimatedAt} show="day" />
              {risk.outdatedMethodology && (
                <span className={classes.warn}>
                  {' '}
                  {t('under methodology version {{version}}, which is no longer in force', {
                    version: risk.assessedMethodology,
                  })}
                </span>
              )}
            </>
          ),
          [t('Why')]: risk.estimateNote,
          [t('Rests on')]: risk.estimateBasis,
        }}
      />
    </>
  )
}
