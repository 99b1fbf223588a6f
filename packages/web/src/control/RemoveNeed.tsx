import { Button } from '@mantine/core'
import { type Need, removeNeed } from '@sinew/contract/control/need-contract.ts'
import { needChangeRefusals } from '@sinew/core/control/need-rules.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { isOffered } from '../ui/offered.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Removing a need makes the control easier to prove: a decision, with its reason. */
export function RemoveNeed({ need }: { readonly need: Need }) {
  const { t } = useTranslation()
  const may = useMay('control:decide')
  const [isOpen, open] = useState(false)
  const [reason, setReason] = useState('')
  const write = useOrganizationWrite(removeNeed)
  const send = () =>
    void write.send({
      params: { controlId: need.controlId, needId: need.id },
      version: need.version,
      body: { reason: reason.trim() },
    })
  if (!isOffered(may)) return null
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={t('Remove the need {{title}}', { title: need.title })}
        onClick={() => open(true)}
      >
        {t('Remove')}
      </Button>
      <EditDrawer
        title={t('Remove the need “{{title}}”', { title: need.title })}
        isOpen={isOpen}
        onClose={() => open(false)}
        isDirty={() => reason !== ''}
      >
        <p>{t('Nobody will be asked for it any more. The pieces that answered it stay.')}</p>
        <ReasonInput value={reason} onChange={setReason} />
        <ProblemPanel problem={write.problem} />
        <ActionButton
          mt="md"
          color="red"
          refusals={[...may, ...needChangeRefusals(need, null, reason)]}
          loading={write.isPending}
          onClick={send}
        >
          {t('Remove')}
        </ActionButton>
      </EditDrawer>
    </>
  )
}
