import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import {
  type ControlLink,
  linkControl,
  unlinkControl,
  updateControlLink,
} from '@sinew/contract/treatment/control-link-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import { intervalProblem, type PartialInterval } from '../ui/form/interval.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ControlSelect } from './ControlSelect.tsx'
import classes from './treatment.module.css'

type Props = { readonly risk: RiskDetail; readonly link?: ControlLink; readonly onDone: () => void }

/** What a control does to the risk; taking it away is a decision and asks for its reason. */
export function ControlLinkForm({ risk, link, onDone }: Props) {
  const { t } = useTranslation()
  const [controlId, setControlId] = useState<string | null>(link?.controlId ?? null)
  const [effect, setEffect] = useState<ControlLink['effect']>(link?.effect ?? 'frequency')
  const [reduction, setReduction] = useState<PartialInterval>(link?.reduction ?? { low: 0.1, high: 0.4 })
  const [note, setNote] = useState(link?.note ?? '')
  const create = useOrganizationWrite(linkControl, { onDone })
  const update = useOrganizationWrite(updateControlLink, { onDone })
  const { low, high } = reduction
  const problem =
    low === null || high === null ? 'Give both ends of the interval.' : intervalProblem(reduction, { min: 0, max: 1 })
  const refusals = [
    ...(controlId === null ? [{ code: 'no_control', message: t('Choose a control first.') }] : []),
    ...(problem ? [{ code: 'interval', message: t(problem) }] : []),
  ]
  const save = () => {
    if (low === null || high === null || controlId === null) return
    const body = { effect, reduction: { low, high }, note }
    if (link === undefined) void create.send({ params: { riskId: risk.id }, body: { ...body, controlId } })
    else void update.send({ params: { riskId: risk.id, linkId: link.id }, version: link.version, body })
  }
  return (
    <Stack gap="sm" className={classes.form}>
      <ProblemPanel problem={create.problem ?? update.problem} />
      {link ? (
        <strong>
          {link.ref} {link.title}
        </strong>
      ) : (
        <ControlSelect label={t('Control')} required value={controlId} onChange={setControlId} />
      )}
      <SegmentedControl
        aria-label={t('What it does')}
        value={effect}
        onChange={setEffect}
        data={[
          { value: 'frequency', label: t('makes events rarer') },
          { value: 'loss', label: t('makes each cheaper') },
        ]}
      />
      <IntervalInput
        label={t('What it takes away when it works')}
        description={t('A share of the events, or of the loss of each. If you do not know, stay wide.')}
        percent
        value={reduction}
        onChange={setReduction}
      />
      <TextInput
        label={t('Why this much')}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <ActionButton size="xs" refusals={refusals} loading={create.isPending || update.isPending} onClick={save}>
            {link ? t('Save') : t('Link the control')}
          </ActionButton>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('Cancel')}
          </Button>
        </Group>
        {link && <Unlink risk={risk} link={link} onDone={onDone} />}
      </Group>
    </Stack>
  )
}

function Unlink({ risk, link, onDone }: Required<Props>) {
  const { t } = useTranslation()
  const [isAsking, ask] = useState(false)
  const [reason, setReason] = useState('')
  const remove = useOrganizationWrite(unlinkControl, { onDone })
  if (!isAsking) {
    return (
      <Button size="xs" variant="subtle" color="red" onClick={() => ask(true)}>
        {t('Take it away')}
      </Button>
    )
  }
  return (
    <Stack gap={6} w="100%">
      <Textarea
        label={t('Why does it no longer treat this risk?')}
        autosize
        data-autofocus
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemPanel problem={remove.problem} />
      <Group gap="xs">
        <Button
          size="xs"
          color="red"
          disabled={reason.trim() === ''}
          loading={remove.isPending}
          onClick={() =>
            void remove.send({ params: { riskId: risk.id, linkId: link.id }, version: link.version, query: { reason } })
          }
        >
          {t('Take it away')}
        </Button>
        <Button size="xs" variant="default" onClick={() => ask(false)}>
          {t('Keep it')}
        </Button>
      </Group>
    </Stack>
  )
}
