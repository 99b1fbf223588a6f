import { Group, NumberInput, Stack } from '@mantine/core'
import {
  answerCalibrationQuestion,
  type CalibrationAnswer,
  type CalibrationRound,
} from '@sinew/contract/calibration/calibration-contract.ts'
import { answerRefusals } from '@sinew/core/calibration/answer-refusals.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import type { PartialInterval } from '../ui/form/interval.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './calibration.module.css'
import { calibrationQuery, calibrationRoundQuery } from './calibration-queries.ts'

type Props = { readonly roundId: string; readonly question: CalibrationAnswer; readonly onAnswered: () => void }

/** One question, answered once. */
export function QuestionForm({ roundId, question, onAnswered }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const api = useOrganizationApi()
  const [range, setRange] = useState<PartialInterval>({ low: null, high: null })
  const write = useOrganizationWrite(answerCalibrationQuestion, {
    onDone: (output) => {
      onAnswered()
      queries.setQueryData(calibrationRoundQuery(api, roundId).queryKey, output as CalibrationRound)
      void queries.invalidateQueries({ queryKey: calibrationQuery(api).queryKey })
    },
  })
  const { low, high } = range
  const may = useMay('calibration:own')
  const incomplete = [{ code: 'incomplete', message: t('Give both ends.') }]
  const refusals = [...may, ...(low === null || high === null ? incomplete : answerRefusals({ low, high }, question))]
  const send = () => {
    if (low === null || high === null || refusals.length > 0) return
    const params = { calibrationRoundId: roundId, position: String(question.position) }
    void write.send({ params, body: { low, high } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack gap="md">
        <p className={classes.question}>{question.text}</p>
        <ProblemPanel problem={write.problem} />
        {question.scale === 'linear' ? (
          <Years range={range} onRange={setRange} />
        ) : (
          <IntervalInput
            label={t('Your range')}
            unit={question.unit || undefined}
            value={range}
            onChange={setRange}
            required
          />
        )}
        <div>
          <ActionButton type="submit" refusals={refusals} loading={write.isPending}>
            {t('Answer')}
          </ActionButton>
        </div>
      </Stack>
    </form>
  )
}

function Years(props: { readonly range: PartialInterval; readonly onRange: (range: PartialInterval) => void }) {
  const { t } = useTranslation()
  const end = (side: 'low' | 'high', label: string) => (
    <NumberInput
      label={label}
      w={140}
      allowDecimal={false}
      value={props.range[side] ?? ''}
      onChange={(value) => props.onRange({ ...props.range, [side]: typeof value === 'number' ? value : null })}
    />
  )
  return (
    <Group gap="sm" align="end">
      {end('low', t('Not before'))}
      {end('high', t('Not after'))}
    </Group>
  )
}
