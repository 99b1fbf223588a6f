import { approveMethodology, type Methodology } from '@sinew/contract/methodology/methodology-contract.ts'
import { approvalRefusals } from '@sinew/core/methodology/methodology-approval.ts'
import { methodologyRefusals } from '@sinew/core/methodology/methodology-rules.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { later } from '../ui/later.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { approversQuery } from './methodology-queries.ts'

const ChangePicker = later(async () => (await import('../change/ChangePicker.tsx')).ChangePicker)
const route = getRouteApi('/o/$slug/methodology')

/** Puts the saved draft in force, or says who has to. */
export function ApproveDraft({ draft, isDirty }: { readonly draft: Methodology; readonly isDirty: boolean }) {
  const { t } = useTranslation()
  const may = useMay('methodology:approve')
  const navigate = route.useNavigate()
  const [changeId, setChange] = useState<string | null>(null)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const approvers = useQuery(approversQuery(useOrganizationApi())).data?.items ?? []
  const approver = session.user?.id ?? ''
  const write = useOrganizationWrite(approveMethodology, { onDone: () => void navigate({ search: {} }) })
  const refusals = [
    ...may,
    ...(isDirty ? [{ code: 'unsaved', message: t('Save the draft first: what is approved is what is saved.') }] : []),
    ...approvalRefusals({
      status: draft.status,
      proposedBy: draft.proposedBy,
      approver,
      otherApprovers: approvers.filter(({ isYou }) => !isYou).length,
    }),
    ...methodologyRefusals(draft.content),
  ]
  return (
    <>
      {draft.versionNumber > 2 && <ChangePicker value={changeId} onChange={setChange} />}
      <ConfirmInline
        variant="default"
        refusals={refusals}
        question={t('Put version {{number}} in force? It cannot be changed afterwards, and acceptances reopen.', {
          number: draft.versionNumber,
        })}
        confirm={t('Approve')}
        isPending={write.isPending}
        onConfirm={() =>
          void write.send({ params: { methodologyId: draft.id }, version: draft.version, body: { changeId } })
        }
      >
        {t('Approve it')}
      </ConfirmInline>
      <ProblemPanel problem={write.problem} />
    </>
  )
}
