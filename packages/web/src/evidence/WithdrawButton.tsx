import { type Evidence, withdrawEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { withdrawRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Takes a piece out of the count. It leaves a hole: no older piece moves up. */
export function WithdrawButton({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const may = useMay('evidence:write')
  const [isOpen, open] = useState(false)
  const [reason, setReason] = useState('')
  const write = useOrganizationWrite(withdrawEvidence, { onDone: () => open(false) })
  const already = withdrawRefusals(piece.state, 'any')
  return (
    <>
      <ActionButton variant="subtle" color="gray" refusals={[...may, ...already]} onClick={() => open(true)}>
        {t('Withdraw')}
      </ActionButton>
      <EditDrawer
        title={t('Withdraw this piece')}
        isOpen={isOpen}
        onClose={() => open(false)}
        isDirty={() => reason !== ''}
      >
        <p>{t('It leaves a hole where it was: the older piece does not come back. The ledger keeps everything.')}</p>
        <ReasonInput value={reason} onChange={setReason} />
        <ProblemPanel problem={write.problem} />
        <ActionButton
          mt="md"
          color="red"
          refusals={[...may, ...withdrawRefusals(piece.state, reason)]}
          loading={write.isPending}
          onClick={() =>
            void write.send({ params: { evidenceId: piece.id }, version: piece.version, body: { reason } })
          }
        >
          {t('Withdraw')}
        </ActionButton>
      </EditDrawer>
    </>
  )
}
