import { Button, Select, TextInput } from '@mantine/core'
import { editRisks, type Risk } from '@sinew/contract/risk/risk-contract.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { OwnerAsk } from '../person/OwnerAsk.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { type AskProps, BulkChanges } from '../ui/form/BulkChanges.tsx'
import { DateField } from '../ui/form/DateField.tsx'

type Change = NonNullable<
  Parameters<ReturnType<typeof useOrganizationWrite<typeof editRisks>>['send']>[0]['body']
>['change']
type Status = Exclude<RiskStatus, 'accepted'>

/** One change for all chosen risks: everything or nothing, with the reason for each that stands in the way. */
export function RiskBulkBar({ risks, onDone }: { readonly risks: readonly Risk[]; readonly onDone: () => void }) {
  const write = useOrganizationWrite(editRisks, { onDone })
  const asking = { refusals: useMay('risk:write'), isPending: write.isPending }
  const send = (change: Change, reason = '') =>
    void write.send({ body: { items: risks.map(({ id, version }) => ({ riskId: id, version })), change, reason } })
  return (
    <BulkChanges problem={write.problem}>
      <OwnerAsk {...asking} onSend={(ownerId) => send({ ownerId })} />
      <StatusAsk {...asking} onSend={(status, reason) => send({ status }, reason)} />
      <ReviewAsk {...asking} onSend={(reviewAt) => send({ reviewAt })} />
      <CategoryAsk {...asking} onSend={(category) => send({ category })} />
    </BulkChanges>
  )
}

type ChangeProps<T extends unknown[]> = AskProps & { readonly onSend: (...value: T) => void }

function StatusAsk({ refusals, isPending, onSend }: ChangeProps<[Status, string]>) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Status | null>(null)
  const [reason, setReason] = useState('')
  return (
    <AskButton label={t('Status')} refusals={refusals}>
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
    </AskButton>
  )
}

function ReviewAsk({ refusals, isPending, onSend }: ChangeProps<[string]>) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(null)
  return (
    <AskButton label={t('Review date')} refusals={refusals}>
      <DateField label={t('Review on')} value={day} onChange={setDay} />
      <Button size="xs" disabled={day === null} loading={isPending} onClick={() => day !== null && onSend(day)}>
        {t('Set the date')}
      </Button>
    </AskButton>
  )
}

function CategoryAsk({ refusals, isPending, onSend }: ChangeProps<[string]>) {
  const { t } = useTranslation()
  const [category, setCategory] = useState('')
  return (
    <AskButton label={t('Category')} refusals={refusals}>
      <TextInput
        label={t('Category')}
        maxLength={100}
        value={category}
        onChange={(event) => setCategory(event.currentTarget.value)}
      />
      <Button size="xs" loading={isPending} onClick={() => onSend(category)}>
        {t('Set the category')}
      </Button>
    </AskButton>
  )
}
