import { createDocumentDraft, type DocumentVersionSummary } from '@sinew/contract/document/document-version-contract.ts'
import { startRefusals } from '@sinew/core/document/version-rules.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Props = {
  readonly documentId: string
  readonly number: number
  readonly versions: readonly DocumentVersionSummary[]
}

/** The version that is being worked on; a document has one at most. */
export function workingVersion(versions: readonly DocumentVersionSummary[]): DocumentVersionSummary | undefined {
  return versions.find(({ status }) => ['draft', 'in_review', 'approved'].includes(status))
}

/** Begins a draft and opens it, or says why there can be none now. */
export function StartDraft({ documentId, number, versions }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('document:write')
  const start = useOrganizationWrite(createDocumentDraft, { onDone: () => go(paths.documentEditor, { number }) })
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        refusals={[...may, ...startRefusals(workingVersion(versions) ?? null)]}
        loading={start.isPending}
        onClick={() => void start.send({ params: { documentId }, body: {} })}
      >
        {versions.length === 0 ? t('Write the first version') : t('Start the next version')}
      </ActionButton>
      <ProblemPanel problem={start.problem} />
    </>
  )
}
