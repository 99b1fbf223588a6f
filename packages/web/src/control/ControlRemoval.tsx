import { type Control, deleteControl } from '@sinew/contract/control/control-contract.ts'
import { controlDeletionRefusals } from '@sinew/core/control/control-rules.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Only an own control can go, and only when nothing rests on it. */
export function ControlRemoval({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('control:decide')
  const write = useOrganizationWrite(deleteControl, { onDone: () => go(paths.controls) })
  if (control.source === 'annex_a') return null
  const rests = controlDeletionRefusals(control.source, {
    risks: control.risks.length,
    obligations: control.obligations.length,
    actions: 0,
    evidence: control.needs.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
    observations: 0,
  })
  return (
    <>
      <ConfirmInline
        variant="subtle"
        color="gray"
        refusals={[...may, ...rests]}
        question={t('Remove this control? The ledger keeps it.')}
        confirm={t('Remove')}
        isPending={write.isPending}
        onConfirm={() => void write.send({ params: { controlId: control.id }, version: control.version })}
      >
        {t('Remove')}
      </ConfirmInline>
      <ProblemPanel problem={write.problem} />
    </>
  )
}
