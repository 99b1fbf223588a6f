import { Button } from '@mantine/core'
import { deleteObligation, type Obligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Removing an obligation takes a reason away from its controls, so it is a decision with a reason of its own. */
export function ObligationRemoval({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('obligation:write')
  const write = useOrganizationWrite(deleteObligation, { onDone: () => go(paths.obligations) })
  const [reason, setReason] = useState('')
  const send = () =>
    void write.send({
      params: { obligationId: obligation.id },
      version: obligation.version,
      query: { reason },
    })
  return (
    <AskButton label={t('Remove')} size="sm" variant="subtle" color="gray" refusals={may} width={340}>
      <ReasonInput
        label={t('Why is it no longer owed?')}
        placeholder={t('The contract ended on 30 June')}
        value={reason}
        onChange={setReason}
      />
      <ProblemPanel problem={write.problem} />
      <Button size="xs" color="red" disabled={reason.trim().length < 3} loading={write.isPending} onClick={send}>
        {obligation.controls.length === 0
          ? t('Remove')
          : t('Remove, with its {{count}} links', { count: obligation.controls.length })}
      </Button>
    </AskButton>
  )
}
