import { Button, Group, Popover, Select, Stack, TextInput } from '@mantine/core'
import { editRisks, type Risk } from '@sinew/contract/risk/risk-contract.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Change = NonNullable<
  Parameters<ReturnType<typeof useOrganizationWrite<typeof editRisks>>['send']>[0]['body']
>['change']

/** One change for all chosen risks: everything or nothing, with the reason for each that stands in the way. */
export function RiskBulkBar({ risks, onDone }: { readonly risks: readonly Risk[]; readonly onDone: () => void }) {
  const may = useMay('risk:write')
  const write = useOrganizationWrite(editRisks, { onDone })
  const send = (change: Change, reason = '') =>
    write.send({ body: { items: risks.map(({ id, version }) => ({ riskId: id, version })), change, reason } })
  return (
    <Stack gap={8} style={{ flex: 1 }}>
      <Group gap={6}>
        <OwnerChange refused={may} isPending={write.isPending} onSend={(ownerId) => void send({ ownerId })} />
        <StatusChange
          refused={may}
          isPending={write.isPending}
          onSend={(status, reason) => void send({ status }, reason)}
        />
        <ReviewChange refused={may} isPending={write.isPending} onSend={(reviewAt) => void send({ reviewAt })} />
        <CategoryChange refused={may} isPending={write.isPending} onSend={(category) => void send({ category })} />
      </Group>
      <ProblemPanel problem={write.problem} />
    </Stack>
  )
}

type ChangeProps<T extends unknown[]> = {
  readonly refused: ReturnType<typeof useMay>
  readonly isPending: boolean
  readonly onSend: (...value: T) => void
}

function Ask({
  name,
  refused,
  children,
}: {
  readonly name: string
  readonly refused: ReturnType<typeof useMay>
  readonly children: React.ReactNode
}) {
  const [isOpen, open] = useState(false)
  return (
    <Popover
      withRoles={false}
      opened={isOpen}
      onChange={open}
      trapFocus
      returnFocus
      position="bottom-start"
      width={300}
    >
      <Popover.Target>
        <div>
          <ActionButton size="xs" variant="default" refusals={refused} onClick={() => open(!isOpen)}>
            {name}
          </ActionButton>
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function OwnerChange({ refused, isPending, onSend }: ChangeProps<[string | null]>) {
  const { t } = useTranslation()
  const [owner, setOwner] = useState<string | null>(null)
  return (
    <Ask name={t('Owner')} refused={refused}>
      <PersonSelect label={t('New owner')} comboboxProps={{ withinPortal: false }} value={owner} onChange={setOwner} />
      <Button size="xs" disabled={owner === null} loading={isPending} onClick={() => onSend(owner)}>
        {t('Give to this person')}
      </Button>
    </Ask>
  )
}

function StatusChange({ refused, isPending, onSend }: ChangeProps<[Exclude<RiskStatus, 'accepted'>, string]>) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Exclude<RiskStatus, 'accepted'> | null>(null)
  const [reason, setReason] = useState('')
  return (
    <Ask name={t('Status')} refused={refused}>
      <Select
        label={t('New status')}
        comboboxProps={{ withinPortal: false }}
        data={(['draft', 'assessed', 'treated', 'closed'] as const).map((value) => ({ value, label: t(value) }))}
        value={status}
        onChange={setStatus}
      />
      <TextInput
        label={t('Reason')}
        description={t('Needed to close.')}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" disabled={status === null} loading={isPending} onClick={() => status && onSend(status, reason)}>
        {t('Change the status')}
      </Button>
    </Ask>
  )
}

function ReviewChange({ refused, isPending, onSend }: ChangeProps<[string]>) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(null)
  return (
    <Ask name={t('Review date')} refused={refused}>
      <DateField label={t('Review on')} value={day} onChange={setDay} />
      <Button size="xs" disabled={day === null} loading={isPending} onClick={() => day && onSend(day)}>
        {t('Set the date')}
      </Button>
    </Ask>
  )
}

function CategoryChange({ refused, isPending, onSend }: ChangeProps<[string]>) {
  const { t } = useTranslation()
  const [category, setCategory] = useState('')
  return (
    <Ask name={t('Category')} refused={refused}>
      <TextInput
        label={t('Category')}
        maxLength={100}
        value={category}
        onChange={(event) => setCategory(event.currentTarget.value)}
      />
      <Button size="xs" loading={isPending} onClick={() => onSend(category)}>
        {t('Set the category')}
      </Button>
    </Ask>
  )
}
