import { Button, Group, Select, Stack } from '@mantine/core'
import { type ControlListItem, changeControls } from '@sinew/contract/control/control-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { implementationWords } from './control-words.ts'

type Implementation = ControlListItem['implementation']
type Change = { readonly ownerId?: string | null; readonly implementation?: Implementation }
type Props = { readonly controls: readonly ControlListItem[]; readonly onDone: () => void }

/** One change for all chosen controls: everything or nothing. */
export function ControlBulkBar({ controls, onDone }: Props) {
  const { t } = useTranslation()
  const may = useMay('control:write')
  const write = useOrganizationWrite(changeControls, { onDone })
  const [owner, setOwner] = useState<string | null>(null)
  const [implementation, setImplementation] = useState<Implementation | null>(null)
  const send = (change: Change) =>
    void write.send({ body: { controls: controls.map(({ id, version }) => ({ controlId: id, version })), change } })
  return (
    <Stack gap={8} style={{ flex: 1 }}>
      <Group gap={6}>
        <AskButton label={t('Owner')} refusals={may}>
          <PersonSelect
            label={t('New owner')}
            comboboxProps={{ withinPortal: false }}
            value={owner}
            onChange={setOwner}
          />
          <Button
            size="xs"
            disabled={owner === null}
            loading={write.isPending}
            onClick={() => send({ ownerId: owner })}
          >
            {t('Give to this person')}
          </Button>
        </AskButton>
        <AskButton label={t('How far in place')} refusals={may}>
          <Select
            label={t('How far is it in place?')}
            comboboxProps={{ withinPortal: false }}
            data={Object.entries(implementationWords)
              .filter(([value]) => value !== 'partly')
              .map(([value, label]) => ({ value: value as Implementation, label: t(label) }))}
            value={implementation}
            onChange={setImplementation}
          />
          <Button
            size="xs"
            disabled={implementation === null}
            loading={write.isPending}
            onClick={() => implementation && send({ implementation })}
          >
            {t('Say so')}
          </Button>
        </AskButton>
      </Group>
      <ProblemPanel problem={write.problem} />
    </Stack>
  )
}
