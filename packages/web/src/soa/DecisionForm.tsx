import { Group, Stack, Textarea } from '@mantine/core'
import {
  approveSoaVersion,
  rejectSoaVersion,
  type SoaVersion,
  withdrawSoaVersion,
} from '@sinew/contract/soa/soa-version-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { later } from '../ui/later.ts'
import { isOffered } from '../ui/offered.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

const ChangePicker = later(async () => (await import('../change/ChangePicker.tsx')).ChangePicker)

/** Approves, rejects or takes back a proposal, or says why this person cannot. */
export function DecisionForm({ version }: { readonly version: SoaVersion }) {
  const { t } = useTranslation()
  const mayApprove = useMay('soa:approve')
  const mayPropose = useMay('soa:write')
  const [note, setNote] = useState('')
  const approve = useOrganizationWrite(approveSoaVersion)
  const reject = useOrganizationWrite(rejectSoaVersion)
  const withdraw = useOrganizationWrite(withdrawSoaVersion)
  const [changeId, setChange] = useState<string | null>(null)
  const input = { params: { soaVersionId: version.id }, version: version.version, body: { note } }
  const withoutReason = note.trim() === '' ? [{ code: 'no-reason', message: t('Say what has to change.') }] : []
  if (!isOffered(mayPropose)) return null
  return (
    <Stack gap="sm">
      <LeaveGuard isDirty={() => note !== ''} />
      <ProblemPanel problem={approve.problem ?? reject.problem ?? withdraw.problem} />
      <Textarea
        label={t('Note of the decision')}
        description={t('Needed to reject.')}
        autosize
        minRows={1}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {version.number > 1 && <ChangePicker value={changeId} onChange={setChange} />}
      <Group gap="xs">
        <ActionButton
          refusals={[...mayApprove, ...version.refusals.approve]}
          loading={approve.isPending}
          onClick={() => void approve.send({ ...input, body: { note, changeId } })}
        >
          {t('Approve version {{number}}', { number: version.number })}
        </ActionButton>
        <ActionButton
          variant="default"
          refusals={[...mayApprove, ...version.refusals.reject, ...withoutReason]}
          loading={reject.isPending}
          onClick={() => void reject.send(input)}
        >
          {t('Reject')}
        </ActionButton>
        <ConfirmInline
          question={t('Take the proposal back?')}
          confirm={t('Take it back')}
          refusals={[...mayPropose, ...version.refusals.withdraw]}
          isPending={withdraw.isPending}
          onConfirm={() => void withdraw.send(input)}
        >
          {t('Take it back')}
        </ConfirmInline>
      </Group>
    </Stack>
  )
}
