import { Button, Group, Stack, Textarea } from '@mantine/core'
import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import { estimateRisk, type RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { estimateBasis } from '@sinew/core/estimate/estimate-basis.ts'
import { estimateInputOf } from '@sinew/core/estimate/estimate-input.ts'
import { rateInWords } from '@sinew/core/estimate/figures-in-words.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { estimateRefusals } from '@sinew/core/risk/estimate-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { EstimateChecks } from '../estimate/EstimateChecks.tsx'
import { anchorsQuery } from '../estimate/estimate-queries.ts'
import { FrequencyHelper } from '../estimate/FrequencyHelper.tsx'
import { type FurtherLoss, FurtherLosses } from '../estimate/FurtherLosses.tsx'
import { RangeField } from '../estimate/RangeField.tsx'
import { FrequencyShapeField, LossShapeField } from '../estimate/ShapeFields.tsx'
import { type ShapeDraft, shapeDraftOf, shapesOf } from '../estimate/shape-draft.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { changedFields } from '../ui/form/conflict-fields.ts'
import type { PartialInterval } from '../ui/form/interval.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Anchors } from './Anchors.tsx'
import { EstimateConflict, estimateOf } from './EstimateConflict.tsx'
import { nothingSaid, pick, whole, wholeLoss } from './estimate-draft.ts'
import { type RiskDraft, toEstimateInput } from './price-draft.ts'
import { useRiskWrite } from './use-risk-write.ts'

type Props = {
  readonly risk: RiskDetail
  readonly methodology: MethodologyContent
  readonly draft: RiskDraft
  readonly onDraft: (draft: RiskDraft | null) => void
  /** What the figures lead to, beside the button that saves them. */
  readonly children: React.ReactNode
}

type Taken = Readonly<
  Record<'frequency' | 'lossMinor', { readonly from: string | null; readonly range: Interval | null }>
>

const nothing: PartialInterval = { low: null, high: null }

/** Types figures, sees them priced, says why, saves. */
export function EstimateEditor({ risk, methodology, draft, onDraft, children }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const [frequency, setFrequency] = useState<PartialInterval>(draft.frequency ?? nothing)
  const [loss, setLoss] = useState<PartialInterval>(draft.lossMinor ?? nothing)
  const [cap, setCap] = useState(draft.lossCapMinor)
  const [note, setNote] = useState(draft.takenOver?.note ?? risk.estimateNote)
  // Where each range was taken from since the editor opened, and what it was then.
  const [taken, setTaken] = useState<Taken>({
    frequency: { from: null, range: draft.frequency },
    lossMinor: { from: null, range: draft.lossMinor },
  })
  const { anchors } = useQuery(anchorsQuery(useOrganizationApi(), risk.id)).data ?? { anchors: null }
  const write = useRiskWrite(estimateRisk, () => onDraft(null))
  const unit = 10 ** minorDigitsOf(currency)
  const [shape, setShape] = useState(() => shapeDraftOf(draft, unit))
  const [further, setFurther] = useState<readonly FurtherLoss[]>(draft.secondaryLosses ?? risk.secondaryLosses)
  const isPlain = shape.frequencyKind === 'range' && shape.lossKind === 'range' && further.length === 0
  const [hasMore, showMore] = useState(!isPlain)
  const triedBy = (change: { shape?: ShapeDraft; further?: readonly FurtherLoss[] }): RiskDraft => {
    const now = change.shape ?? shape
    const shapes = shapesOf(now, unit)
    const { frequency: often, lossMinor: much } = estimateInputOf({ ...nothingSaid, ...shapes })
    return {
      frequency: now.frequencyKind === 'range' ? whole(frequency) : often,
      lossMinor: now.lossKind === 'range' ? whole(loss) : much,
      lossCapMinor: cap,
      ...shapes,
      secondaryLosses: (change.further ?? further).flatMap(wholeLoss),
    }
  }
  const tried = triedBy({})
  const isFurtherWhole = further.every((one) => wholeLoss(one).length === 1)
  const try_ = (change: Partial<RiskDraft>) => onDraft({ ...draft, ...tried, ...change })
  const take = (field: keyof Taken, range: PartialInterval, from: string | undefined) => {
    try_({ [field]: whole(range) })
    if (from !== undefined) setTaken({ ...taken, [field]: { from, range: whole(range) } })
  }
  const reshape = (change: Partial<ShapeDraft>) => {
    const next = { ...shape, ...change }
    setShape(next)
    onDraft({ ...draft, ...triedBy({ shape: next }) })
  }
  const basis = () => {
    const basisOf = ({ from, range }: Taken[keyof Taken], now: Interval | null) => ({
      from,
      isChanged: range?.low !== now?.low || range?.high !== now?.high,
    })
    return estimateBasis(draft.takenOver?.basis ?? risk.estimateBasis, [
      basisOf(taken.frequency, tried.frequency),
      basisOf(taken.lossMinor, tried.lossMinor),
    ])
  }
  const input = toEstimateInput(risk, tried)
  const refusals = estimateRefusals(input)
  const at = (field: keyof RiskDraft) =>
    refusals.find((refusal) => refusal.field === field)?.message ??
    write.fieldErrors.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message
  const incomplete =
    tried.frequency === null || tried.lossMinor === null || !isFurtherWhole
      ? [
          {
            code: 'incomplete',
            message: isFurtherWhole
              ? t('Give both ends of how often and of how much.')
              : t('Say of every further loss how likely and how much it is, or remove it.'),
          },
        ]
      : note.trim() === ''
        ? [{ code: 'no_note', message: t('Say why these figures: another assessor should come to the same.') }]
        : []
  const save = (version = risk.version) => {
    if (tried.frequency === null || tried.lossMinor === null) return
    const { frequency: perYear, lossMinor, lossCapMinor, frequencyShape = null, lossShape = null } = tried
    void write.send({
      params: { riskId: risk.id },
      version,
      body: {
        frequency: perYear,
        lossMinor,
        lossCapMinor,
        frequencyShape,
        lossShape,
        secondaryLosses: tried.secondaryLosses ?? [],
        note,
        basis: basis(),
      },
    })
  }
  return (
    <Stack gap="md">
      <LeaveGuard isDirty={() => Object.keys(changedFields(estimateOf(risk), { ...pick(tried), note })).length > 0} />
      {write.isConflict && (
        <EstimateConflict
          risk={risk}
          mine={{ ...pick(tried), note }}
          onKeepMine={save}
          onTakeTheirs={({ note: theirNote, ...theirs }) => {
            setFrequency(theirs.frequency ?? nothing)
            setLoss(theirs.lossMinor ?? nothing)
            setCap(theirs.lossCapMinor)
            setShape(shapeDraftOf(theirs, unit))
            setFurther(theirs.secondaryLosses)
            setNote(theirNote)
            onDraft(theirs)
            write.reset()
          }}
        />
      )}
      {!write.isConflict && write.fieldErrors.length === 0 && <ProblemPanel problem={write.problem} />}
      <Shaped
        is={hasMore}
        by={FrequencyShapeField}
        draft={shape}
        onChange={reshape}
        error={at('frequencyShape') ?? at('frequency')}
      >
        <RangeField
          label={t('How often')}
          description={
            <Anchors
              bands={methodology.likelihoodBands}
              text={t('Events a year without any control. 0.1 is once in ten years.')}
            />
          }
          unit={t('a year')}
          value={frequency}
          onRange={(value, from) => {
            setFrequency(value)
            take('frequency', value, from)
          }}
          scale={{ from: 0.001, to: 100, format: shortNumber }}
          anchors={anchors?.frequencies ?? []}
          format={rateInWords}
          extraHelp={[
            {
              key: 'count',
              name: t('From a count'),
              body: (
                <FrequencyHelper
                  onTake={(range, from) => {
                    setFrequency(range)
                    take('frequency', range, from)
                  }}
                />
              ),
            },
          ]}
          error={at('frequency')}
          required
        />
      </Shaped>
      <Shaped is={hasMore} by={LossShapeField} draft={shape} onChange={reshape} error={at('lossShape')}>
        <RangeField
          label={t('How much')}
          description={
            <Anchors bands={methodology.consequenceBands} text={t('Loss of one event without any control.')} />
          }
          currency={currency}
          value={loss}
          onRange={(value, from) => {
            setLoss(value)
            take('lossMinor', value, from)
          }}
          toRange={({ low, high }) => ({ low: Math.max(1, Math.round(low)), high: Math.max(1, Math.round(high)) })}
          scale={{ from: 100_000, to: 100_000_000_000, format: money }}
          anchors={anchors?.losses ?? []}
          format={money}
          error={at('lossMinor')}
          required
        />
      </Shaped>
      <MoneyInput
        label={t('Never more than')}
        description={t('Optional: what one event can cost at the very most.')}
        currency={currency}
        valueMinor={cap}
        onChangeMinor={(minor) => {
          setCap(minor)
          try_({ lossCapMinor: minor })
        }}
        error={at('lossCapMinor')}
      />
      {hasMore ? (
        <FurtherLosses
          losses={further}
          error={at('secondaryLosses')}
          onChange={(losses) => {
            setFurther(losses)
            onDraft({ ...draft, ...triedBy({ further: losses }) })
          }}
        />
      ) : (
        <Button size="compact-sm" variant="subtle" style={{ alignSelf: 'start' }} onClick={() => showMore(true)}>
          {t('More shapes, further losses')}
        </Button>
      )}
      <Textarea
        label={t('Why these figures')}
        description={t(
          'Incidents here or elsewhere, a report, a calculation: enough for somebody else to come to the same.',
        )}
        autosize
        minRows={2}
        maxLength={5000}
        required
        value={note}
        error={write.fieldErrors.find(({ path }) => path === 'note')?.message}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <EstimateChecks estimate={input} methodology={methodology} anchors={anchors} />
      {children}
      <Group gap="xs">
        <ActionButton refusals={[...refusals, ...incomplete]} loading={write.isPending} onClick={() => save()}>
          {t('Save the estimate')}
        </ActionButton>
        <Button variant="default" onClick={() => onDraft(null)}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

type ShapedProps = Parameters<typeof FrequencyShapeField>[0] & {
  readonly is: boolean
  readonly by: typeof FrequencyShapeField
}

/** A range, with the choice of another law around it where that is asked for. */
function Shaped({ is, by: Field, children, ...field }: ShapedProps) {
  return is ? <Field {...field}>{children}</Field> : children
}
