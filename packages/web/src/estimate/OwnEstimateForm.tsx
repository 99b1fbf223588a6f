import { Button, Group, Stack, Textarea } from '@mantine/core'
import {
  type Estimate,
  giveEstimate,
  passEstimate,
  withdrawEstimate,
} from '@sinew/contract/estimate/estimate-contract.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { rateInWords } from '@sinew/core/estimate/figures-in-words.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { estimateRefusals } from '@sinew/core/risk/estimate-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import type { PartialInterval } from '../ui/form/interval.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { anchorsQuery } from './estimate-queries.ts'
import { RangeField } from './RangeField.tsx'
import { useEstimateWrite } from './use-estimate-write.ts'

type Props = { readonly riskId: string; readonly own: Estimate | undefined; readonly onClose: () => void }

const nothing: PartialInterval = { low: null, high: null }

/** One's own figures, before the others' are shown. */
export function OwnEstimateForm({ riskId, own, onClose }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { anchors } = useQuery(anchorsQuery(useOrganizationApi(), riskId)).data ?? { anchors: null }
  const [frequency, setFrequency] = useState<PartialInterval>(own?.frequency ?? nothing)
  const [loss, setLoss] = useState<PartialInterval>(own?.lossMinor ?? nothing)
  const [note, setNote] = useState(own?.note ?? '')
  const give = useEstimateWrite(giveEstimate, riskId, onClose)
  const pass = useEstimateWrite(passEstimate, riskId, onClose)
  const withdraw = useEstimateWrite(withdrawEstimate, riskId, onClose)
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const whole = { frequency: wholeOf(frequency), lossMinor: wholeOf(loss) }
  const refusals =
    whole.frequency === null || whole.lossMinor === null
      ? [{ code: 'incomplete', message: t('Give both ends of how often and of how much.') }]
      : estimateRefusals({ ...whole, lossCapMinor: null })
  const errorOf = (field: string) => give.fieldErrors.find(({ path }) => path.startsWith(field))?.message
  const send = () => {
    const { frequency: perYear, lossMinor } = whole
    if (perYear === null || lossMinor === null) return
    void give.send({ params: { riskId }, body: { frequency: perYear, lossMinor, note } })
  }
  const isDirty = () =>
    note !== (own?.note ?? '') ||
    frequency.low !== (own?.frequency?.low ?? null) ||
    frequency.high !== (own?.frequency?.high ?? null) ||
    loss.low !== (own?.lossMinor?.low ?? null) ||
    loss.high !== (own?.lossMinor?.high ?? null)
  return (
    <Stack gap="md">
      <LeaveGuard isDirty={isDirty} />
      <ProblemPanel problem={give.problem ?? pass.problem ?? withdraw.problem} />
      <RangeField
        label={t('Mine: how often')}
        description={t('Events a year without any control. 0.1 is once in ten years.')}
        unit={t('a year')}
        value={frequency}
        onRange={setFrequency}
        scale={{ from: 0.001, to: 100, format: shortNumber }}
        anchors={anchors?.frequencies ?? []}
        format={rateInWords}
        error={errorOf('frequency')}
        required
      />
      <RangeField
        label={t('Mine: how much')}
        description={t('Loss of one event without any control.')}
        currency={currency}
        value={loss}
        onRange={setLoss}
        toRange={({ low, high }) => ({ low: Math.max(1, Math.round(low)), high: Math.max(1, Math.round(high)) })}
        scale={{ from: 100_000, to: 100_000_000_000, format: money }}
        anchors={anchors?.losses ?? []}
        format={money}
        error={errorOf('lossMinor')}
        required
      />
      <Textarea
        label={t('What you think of')}
        description={t('Shown with your figures to those who may see them.')}
        autosize
        minRows={2}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <ActionButton refusals={refusals} loading={give.isPending} onClick={send}>
          {t('Give my estimate')}
        </ActionButton>
        {own?.status !== 'given' && own?.status !== 'passed' && (
          <Button
            variant="default"
            loading={pass.isPending}
            onClick={() => void pass.send({ params: { riskId }, body: { note: '' } })}
          >
            {t('Pass and see the others')}
          </Button>
        )}
        {own?.status === 'given' && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => void withdraw.send({ params: { riskId } })}
          >
            {t('Take mine back')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function wholeOf({ low, high }: PartialInterval): Interval | null {
  return low === null || high === null ? null : { low, high }
}
