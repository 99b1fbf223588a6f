import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import { type RiskDetail, updateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { treatmentOptions } from '@sinew/contract/risk/risk-words.ts'
import { useState } from 'react'
import { Conflict } from '../api/Conflict.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { changedFields } from '../ui/form/conflict-fields.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { useFreshRisk } from './use-fresh-risk.ts'
import { useRiskWrite } from './use-risk-write.ts'

export type TreatmentOption = (typeof treatmentOptions)[number]
type Values = Pick<RiskDetail, 'treatment' | 'treatmentRationale'>

type Props = {
  readonly risk: RiskDetail
  readonly meaning: Readonly<Record<TreatmentOption, string>>
  readonly onDone: () => void
}

const valuesOf = ({ treatment, treatmentRationale }: Values): Values => ({ treatment, treatmentRationale })

export function TreatmentForm({ risk, meaning, onDone }: Props) {
  const { t } = useTranslation()
  const [values, setValues] = useState(valuesOf(risk))
  const write = useRiskWrite(updateRisk, onDone)
  const fresh = useFreshRisk(risk.id)
  const changed = changedFields(valuesOf(risk), values)
  const save = (version = risk.version) => void write.send({ params: { riskId: risk.id }, version, body: changed })
  return (
    <Stack gap="sm">
      <LeaveGuard isDirty={() => Object.keys(changed).length > 0} />
      {write.isConflict ? (
        <Conflict<Values>
          existing={{
            fresh: async () => {
              const theirs = await fresh()
              return { version: theirs.version, values: valuesOf(theirs) }
            },
            labels: { treatment: t('Option'), treatmentRationale: t('Why') },
            shown: (field, value) =>
              field === 'treatment' && value !== null ? meaning[value as TreatmentOption] : undefined,
          }}
          mine={changed}
          onKeepMine={save}
          onTakeTheirs={(theirs) => {
            setValues(theirs)
            write.reset()
          }}
        />
      ) : (
        <ProblemPanel problem={write.problem} />
      )}
      <Radio.Group
        label={t('What is done about it')}
        value={values.treatment}
        onChange={(value) => setValues({ ...values, treatment: value as TreatmentOption })}
      >
        <Stack gap={6} mt={6}>
          {treatmentOptions.map((value) => (
            <Radio key={value} value={value} label={meaning[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('Why')}
        autosize
        minRows={2}
        maxLength={5000}
        value={values.treatmentRationale}
        onChange={(event) => setValues({ ...values, treatmentRationale: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button size="xs" loading={write.isPending} onClick={() => save()}>
          {t('Save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
