import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import { type RiskDetail, updateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/OrganizationProvider.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Facts } from './Facts.tsx'
import classes from './risk.module.css'
import { treatmentOptions } from './risk-search.ts'
import { useRiskWrite } from './use-risk-write.ts'

type Option = (typeof treatmentOptions)[number]

/** What is done about the risk, and why that. */
export function TreatmentPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const may = useMay('risk:write')
  const [isEditing, edit] = useState(false)
  const meaning: Readonly<Record<Option, string>> = {
    modify: t('Modify: controls make it rarer or cheaper.'),
    retain: t('Retain: it is borne as it is.'),
    avoid: t('Avoid: what causes it stops.'),
    share: t('Share: somebody else carries a part, an insurer or a supplier.'),
  }
  const closed =
    risk.status === 'closed'
      ? [{ code: 'risk-closed', message: t('The risk is closed: open it again before changing it.') }]
      : []
  return (
    <Panel
      title={t('Treatment')}
      actions={
        !isEditing && (
          <ActionButton size="xs" variant="default" refusals={[...may, ...closed]} onClick={() => edit(true)}>
            {risk.treatment ? t('Change') : t('Decide')}
          </ActionButton>
        )
      }
    >
      {isEditing ? (
        <TreatmentForm risk={risk} meaning={meaning} onDone={() => edit(false)} />
      ) : (
        <Facts
          facts={{
            [t('Option')]: risk.treatment ? (
              meaning[risk.treatment]
            ) : (
              <span className={classes.quiet}>{t('Not decided yet.')}</span>
            ),
            [t('Why')]: risk.treatmentRationale,
          }}
        />
      )}
    </Panel>
  )
}

type FormProps = {
  readonly risk: RiskDetail
  readonly meaning: Readonly<Record<Option, string>>
  readonly onDone: () => void
}

function TreatmentForm({ risk, meaning, onDone }: FormProps) {
  const { t } = useTranslation()
  const [option, setOption] = useState<Option | null>(risk.treatment)
  const [rationale, setRationale] = useState(risk.treatmentRationale)
  const write = useRiskWrite(updateRisk, onDone)
  const save = () =>
    void write.send({
      params: { riskId: risk.id },
      version: risk.version,
      body: { treatment: option, treatmentRationale: rationale },
    })
  return (
    <Stack gap="sm">
      <ProblemPanel problem={write.problem} />
      <Radio.Group label={t('What is done about it')} value={option} onChange={(value) => setOption(value as Option)}>
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
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="xs" loading={write.isPending} onClick={save}>
          {t('Save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
