import { Button, Group, MultiSelect, Stack, Switch } from '@mantine/core'
import { assignCourse } from '@sinew/contract/training/training-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { useRegisterOptions } from '../register/use-register-options.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Done = { readonly assigned: number; readonly leftOut: number }

/** Assigns a course to people, to everybody of units, or to everybody at once. */
export function AssignCourse({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('training:write')
  const people = useOwnerOptions()
  const units = useRegisterOptions('unit', '') ?? []
  const [personIds, choosePeople] = useState<string[]>([])
  const [unitIds, chooseUnits] = useState<string[]>([])
  const [everybody, chooseAll] = useState(false)
  const [dueAt, setDue] = useState<string | null>(null)
  const [done, say] = useState<Done | null>(null)
  const write = useOrganizationWrite(assignCourse, { onDone: say })
  if (!isOffered(may)) return null
  const isChosen = everybody || personIds.length + unitIds.length > 0
  return (
    <Panel title={t('Assign to many')} hint={t('Whoever has it open already is left out.')}>
      <Stack gap="sm">
        <Switch
          label={t('Everybody who is here')}
          checked={everybody}
          onChange={(event) => chooseAll(event.currentTarget.checked)}
        />
        {!everybody && (
          <Group grow align="start">
            <MultiSelect
              label={t('People')}
              searchable
              data={people.map(({ value, label }) => ({ value, label }))}
              value={personIds}
              onChange={choosePeople}
            />
            <MultiSelect
              label={t('Units')}
              searchable
              data={units.map(({ id, name }) => ({ value: id, label: name }))}
              value={unitIds}
              onChange={chooseUnits}
            />
          </Group>
        )}
        <DateField label={t('Due')} required value={dueAt} onChange={setDue} />
        <ProblemPanel problem={write.problem} />
        <Group>
          <ActionButton
            refusals={may}
            disabled={!isChosen || dueAt === null}
            loading={write.isPending}
            onClick={() =>
              dueAt !== null &&
              void write.send({ params: { courseId: record.id }, body: { personIds, unitIds, everybody, dueAt } })
            }
          >
            {t('Assign')}
          </ActionButton>
          {done !== null && (
            <Button variant="subtle" color="gray" onClick={() => say(null)}>
              {t('Assigned to {{assigned}}, left out {{leftOut}}', done)}
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  )
}
