import { Button, Popover, Stack } from '@mantine/core'
import { updateControl } from '@sinew/contract/control/control-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import type { FieldFix } from './fix-of.ts'

type Props = { readonly fix: FieldFix; readonly line: SoaLine }

/** What one field repairs is repaired where it is said. */
export function InlineFix({ fix, line }: Props) {
  const { t } = useTranslation()
  const may = useMay('control:write')
  const [isOpen, open] = useState(false)
  const [value, setValue] = useState<string | null>(null)
  const write = useOrganizationWrite(updateControl, { onDone: () => open(false) })
  const missing = value === null ? [{ code: 'nothing-chosen', message: t('Choose one first.') }] : []
  const body = fix.field === 'owner' ? { ownerId: value } : { plannedAt: value }
  const save = () => void write.send({ params: { controlId: line.controlId }, version: line.version, body })
  const arrow = <IconArrowRight size={13} aria-hidden="true" />
  if (may.length > 0) {
    return (
      <ActionButton size="compact-xs" variant="light" refusals={may} rightSection={arrow}>
        {t(fix.label)}
      </ActionButton>
    )
  }
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      closeOnClickOutside={false}
      trapFocus
      returnFocus
      width={300}
      position="bottom-end"
    >
      <Popover.Target>
        <Button size="compact-xs" variant="light" rightSection={arrow} onClick={() => open(!isOpen)}>
          {t(fix.label)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {fix.field === 'owner' ? (
            <PersonSelect
              label={t('Owner of {{ref}}', { ref: line.ref })}
              comboboxProps={{ withinPortal: false }}
              value={value}
              onChange={setValue}
            />
          ) : (
            <DateField label={t('{{ref}} is in place by', { ref: line.ref })} value={value} onChange={setValue} />
          )}
          <ProblemPanel problem={write.problem} />
          <ActionButton size="xs" refusals={missing} loading={write.isPending} onClick={save}>
            {t('Save')}
          </ActionButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
