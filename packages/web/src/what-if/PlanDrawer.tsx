import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { planWhatIf, type SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import { actionRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { treatedControls } from '@sinew/core/what-if/what-if.ts'
import { useState } from 'react'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { type PlanDraft, planDrafts } from './plan-drafts.ts'
import type { WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

type Props = { readonly saved: SavedWhatIf; readonly page: WhatIfPage; readonly onClose: () => void }

/** Asks of each treatment on which risk it is planned, what is to be done, by whom and by when; makes all actions at once. */
export function PlanDrawer({ saved, page, onClose }: Props) {
  const { t } = useTranslation()
  const start = planDrafts(page, treatedControls(saved.content), (ref, title) =>
    t('Put {{ref}} in place: {{title}}', { ref, title }),
  )
  const [drafts, write] = useState(start)
  const send = useOrganizationWrite(planWhatIf, { onDone: onClose })
  const chosen = drafts.filter(({ isIn }) => isIn)
  const missing = chosen.some(({ title, dueAt }) => title.trim() === '' || dueAt === null)
  const set = (key: string, change: Partial<PlanDraft>) =>
    write(drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)))
  const submit = () =>
    void send.send({
      params: { whatIfId: saved.id },
      version: saved.version,
      body: {
        actions: chosen.flatMap(({ riskId, controlId, title, ownerId, dueAt, costMinor }) =>
          dueAt === null ? [] : [{ riskId, controlId, title, ownerId, dueAt, costMinor }],
        ),
      },
    })
  return (
    <EditDrawer title={t('Turn into a treatment plan')} isOpen onClose={onClose} isDirty={() => drafts !== start}>
      <Stack gap="sm">
        <ProblemPanel problem={send.problem} />
        <Text size="sm" c="dimmed">
          {t('One action for each treatment and risk. All are made together, or none.')}
        </Text>
        {drafts.map((draft) => (
          <PlanRow key={draft.key} draft={draft} onChange={(change) => set(draft.key, change)} />
        ))}
        {drafts.length > 0 && drafts.every(({ openNumber }) => openNumber !== null) && (
          <Text size="sm">{t('Everything in it is planned already.')}</Text>
        )}
        {missing && (
          <Text size="xs" c="dimmed">
            {t('Each action needs its words and its due date.')}
          </Text>
        )}
        <Group>
          <Button onClick={submit} loading={send.isPending} disabled={chosen.length === 0 || missing}>
            {t('Plan {{count}} actions', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </EditDrawer>
  )
}

type RowProps = { readonly draft: PlanDraft; readonly onChange: (change: Partial<PlanDraft>) => void }

function PlanRow({ draft, onChange }: RowProps) {
  const { t } = useTranslation()
  const { ref, risk, openNumber, isIn, title, ownerId, dueAt } = draft
  const on = `${ref} · ${riskRef(risk.number)} ${risk.title}`
  return (
    <div className={classes.planned}>
      <Checkbox
        label={on}
        checked={isIn}
        disabled={openNumber !== null}
        description={openNumber === null ? undefined : t('planned already: {{ref}}', { ref: actionRef(openNumber) })}
        onChange={({ currentTarget }) => onChange({ isIn: currentTarget.checked })}
      />
      {isIn && (
        <>
          <TextInput
            size="xs"
            label={t('What is to be done')}
            maxLength={300}
            value={title}
            onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
          />
          <Group grow align="flex-start">
            <PersonSelect size="xs" label={t('Who')} value={ownerId} onChange={(id) => onChange({ ownerId: id })} />
            <DateField size="xs" label={t('By when')} value={dueAt} onChange={(day) => onChange({ dueAt: day })} />
          </Group>
        </>
      )}
    </div>
  )
}
