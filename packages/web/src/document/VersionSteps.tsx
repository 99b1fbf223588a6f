import { Group, Stack } from '@mantine/core'
import {
  approveDocumentVersion,
  type DocumentVersionSummary,
  deleteDocumentDraft,
  publishDocumentVersion,
  retireDocumentVersion,
  returnDocumentVersion,
  submitDocumentVersion,
} from '@sinew/contract/document/document-version-contract.ts'
import { approveRefusals } from '@sinew/core/document/version-rules.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { versionQuery } from './document-queries.ts'

type Props = { readonly version: DocumentVersionSummary; readonly documentNumber: number }

/** What can be done with a version from where it is; a step that is refused says why. */
export function VersionSteps({ version, documentNumber }: Props) {
  if (version.status === 'draft') return <DraftSteps version={version} documentNumber={documentNumber} />
  if (version.status === 'in_review') return <ReviewSteps version={version} />
  if (version.status === 'approved' || version.status === 'published') return <HeldSteps version={version} />
  return null
}

function DraftSteps({ version, documentNumber }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('document:write')
  const submit = useOrganizationWrite(submitDocumentVersion)
  const drop = useOrganizationWrite(deleteDocumentDraft)
  const params = { documentVersionId: version.id }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <ActionButton refusals={may} onClick={() => void go(paths.documentEditor, { number: documentNumber })}>
          {t('Write')}
        </ActionButton>
        <ActionButton
          variant="default"
          refusals={may}
          loading={submit.isPending}
          onClick={() => void submit.send({ params, version: version.version })}
        >
          {t('Give to review')}
        </ActionButton>
        <ConfirmInline
          variant="subtle"
          color="gray"
          refusals={may}
          question={t('Drop this draft? The ledger keeps it.')}
          confirm={t('Drop')}
          isPending={drop.isPending}
          onConfirm={() => void drop.send({ params, version: version.version })}
        >
          {t('Drop')}
        </ConfirmInline>
      </Group>
      <ProblemPanel problem={submit.problem ?? drop.problem} />
    </Stack>
  )
}

function ReviewSteps({ version }: { readonly version: DocumentVersionSummary }) {
  const { t } = useTranslation()
  const mayApprove = useMay('document:manage')
  const mayReturn = useMay('document:write')
  const { data: session } = useSuspenseQuery(sessionQuery)
  const detail = useQuery(versionQuery(useOrganizationApi(), version.id)).data
  const approve = useOrganizationWrite(approveDocumentVersion)
  const back = useOrganizationWrite(returnDocumentVersion)
  const params = { documentVersionId: version.id }
  const refusals = approveRefusals({
    version,
    approver: session.user?.id ?? '',
    // Until it is known, nobody else is assumed: the server decides.
    otherApprovers: detail?.otherApprovers ?? 0,
  })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <ConfirmInline
          variant="filled"
          refusals={[...mayApprove, ...refusals]}
          question={t('Approve version {{number}}? Its text cannot be changed afterwards.', {
            number: version.versionNumber,
          })}
          confirm={t('Approve')}
          isPending={approve.isPending}
          onConfirm={() => void approve.send({ params, version: version.version, body: {} })}
        >
          {t('Approve it')}
        </ConfirmInline>
        <ReasonedStep
          variant="default"
          label={t('Send back')}
          question={t('What has to change?')}
          refusals={mayReturn}
          isPending={back.isPending}
          problem={back.problem}
          onSend={(reason) => void back.send({ params, version: version.version, body: { reason } })}
        />
      </Group>
      <ProblemPanel problem={approve.problem} />
    </Stack>
  )
}

function HeldSteps({ version }: { readonly version: DocumentVersionSummary }) {
  const { t } = useTranslation()
  const may = useMay('document:manage')
  const publish = useOrganizationWrite(publishDocumentVersion)
  const retire = useOrganizationWrite(retireDocumentVersion)
  const params = { documentVersionId: version.id }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {version.status === 'approved' && (
          <ActionButton
            refusals={may}
            loading={publish.isPending}
            onClick={() => void publish.send({ params, version: version.version, body: {} })}
          >
            {t('Publish')}
          </ActionButton>
        )}
        <ReasonedStep
          variant="subtle"
          color="gray"
          label={t('Retire')}
          question={t('Why does it no longer hold?')}
          refusals={may}
          isPending={retire.isPending}
          problem={retire.problem}
          onSend={(reason) => void retire.send({ params, version: version.version, body: { reason } })}
        />
      </Group>
      <ProblemPanel problem={publish.problem} />
    </Stack>
  )
}
