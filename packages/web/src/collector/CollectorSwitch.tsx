import { type Collector, disableCollector, enableCollector } from '@sinew/contract/collector/collector-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Off is a decision with a reason; on again is not. */
export function CollectorSwitch({ collector }: { readonly collector: Collector }) {
  const { t } = useTranslation()
  const may = useMay('collector:manage')
  const [isOpen, open] = useState(false)
  const [reason, setReason] = useState('')
  const done = () => {
    open(false)
    setReason('')
  }
  const disable = useOrganizationWrite(disableCollector, { onDone: done })
  const enable = useOrganizationWrite(enableCollector)
  const one = { params: { collectorId: collector.id }, version: collector.version }
  if (!collector.active) {
    return (
      <>
        <ActionButton refusals={may} loading={enable.isPending} onClick={() => void enable.send(one)}>
          {t('Switch on')}
        </ActionButton>
        <ProblemPanel problem={enable.problem} />
      </>
    )
  }
  const silent = reason.trim() === '' ? refuse('no_reason', t('Switching a collector off is a decision: say why.')) : []
  return (
    <>
      <ActionButton variant="subtle" color="gray" refusals={may} onClick={() => open(true)}>
        {t('Switch off')}
      </ActionButton>
      <EditDrawer title={t('Switch the collector off')} isOpen={isOpen} onClose={done} isDirty={() => reason !== ''}>
        <p>{t('Nobody will miss its reports any more, and what it proved goes stale.')}</p>
        <ReasonInput value={reason} onChange={setReason} />
        <ProblemPanel problem={disable.problem} />
        <ActionButton
          mt="md"
          color="red"
          refusals={[...may, ...silent]}
          loading={disable.isPending}
          onClick={() => void disable.send({ ...one, body: { reason } })}
        >
          {t('Switch off')}
        </ActionButton>
      </EditDrawer>
    </>
  )
}
