import { Group, Stack } from '@mantine/core'
import { reviewDocument } from '@sinew/contract/document/document-contract.ts'
import type { DocumentVersionSummary } from '@sinew/contract/document/document-version-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { AskToRead } from './AskToRead.tsx'
import { versionQuery, versionsQuery } from './document-queries.ts'
import { MarkPromise } from './MarkPromise.tsx'
import { usePromiseMarks } from './PromiseMarks.tsx'
import { RichText } from './RichText.tsx'
import { StartDraft, workingVersion } from './StartDraft.tsx'
import { VersionChip } from './VersionChip.tsx'
import { VersionExport } from './VersionExport.tsx'
import { VersionSteps } from './VersionSteps.tsx'

/** What a document says now, the version in work, and every version there was. */
export function DocumentLead({ record }: { readonly record: AnyRecord }) {
  const api = useOrganizationApi()
  const versions = useQuery(versionsQuery(api, record.id)).data?.items
  if (versions === undefined) return null
  const held = versions.find(({ status }) => status === 'published')
  const working = workingVersion(versions)
  return (
    <Stack gap="lg">
      <VersionsPanel record={record} versions={versions} working={working} held={held} />
      {held !== undefined && <TextPanel version={held} record={record} />}
      {held === undefined && working !== undefined && <TextPanel version={working} record={record} />}
    </Stack>
  )
}

type VersionsProps = {
  readonly record: AnyRecord
  readonly versions: readonly DocumentVersionSummary[]
  readonly working: DocumentVersionSummary | undefined
  readonly held: DocumentVersionSummary | undefined
}

function VersionsPanel({ record, versions, working, held }: VersionsProps) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('Versions')}
      standing={versions.length || undefined}
      actions={<StartDraft documentId={record.id} number={record.number} versions={versions} />}
    >
      <Stack gap="sm">
        {versions.length === 0 && (
          <EmptyState noun="document" title={t('Nothing is written yet')}>
            {t('Write the first version here. It holds once somebody else has approved it and it is published.')}
          </EmptyState>
        )}
        {working !== undefined && <VersionSteps version={working} documentNumber={record.number} />}
        {working === undefined && held !== undefined && <HeldActions record={record} held={held} />}
        <ObjectRows
          rows={versions.map((version) => ({
            id: version.id,
            reference: `v${version.versionNumber}`,
            title: (
              <PageLink
                to={paths.documentVersion}
                params={{ number: record.number, versionNumber: version.versionNumber }}
              >
                {version.changeNote || t('Version {{number}}', { number: version.versionNumber })}
              </PageLink>
            ),
            note: <VersionNote version={version} />,
            detail: <VersionChip status={version.status} />,
          }))}
        />
      </Stack>
    </Panel>
  )
}

function VersionNote({ version }: { readonly version: DocumentVersionSummary }) {
  const { t } = useTranslation()
  if (version.approvedAt === null)
    return (
      <>
        {t('Written by {{name}}', { name: version.authorName })} · <When at={version.updatedAt} />
      </>
    )
  const approved = version.approvedAlone
    ? t('Approved alone by {{name}}, its author', { name: version.approvedByName })
    : t('Written by {{author}}, approved by {{name}}', { author: version.authorName, name: version.approvedByName })
  return (
    <>
      {approved} · <When at={version.approvedAt} show="day" />
    </>
  )
}

function HeldActions({ record, held }: { readonly record: AnyRecord; readonly held: DocumentVersionSummary }) {
  const { t } = useTranslation()
  const may = useMay('document:manage')
  const review = useOrganizationWrite(reviewDocument)
  return (
    <Group gap="xs" align="flex-start">
      <AskToRead record={record} versionNumber={held.versionNumber} />
      <ReasonedStep
        variant="default"
        label={t('Reviewed, it still holds')}
        question={t('What did you look at, and what did you find?')}
        refusals={may}
        isPending={review.isPending}
        problem={review.problem}
        onSend={(note) =>
          void review.send({ params: { documentId: record.id }, version: record.version, body: { note } })
        }
      />
      <VersionSteps version={held} documentNumber={record.number} />
    </Group>
  )
}

function TextPanel({ version, record }: { readonly version: DocumentVersionSummary; readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const text = useQuery(versionQuery(useOrganizationApi(), version.id)).data?.content
  const marks = usePromiseMarks(record.id)
  const title =
    version.status === 'published'
      ? t('What holds: version {{number}}', { number: version.versionNumber })
      : t('Version {{number}}, not in force', { number: version.versionNumber })
  return (
    <Panel
      title={title}
      actions={
        <>
          <MarkPromise documentId={record.id} />
          <VersionExport version={version} reference={`D-${record.number}`} />
        </>
      }
    >
      {text !== undefined && <RichText text={text} marks={marks} />}
    </Panel>
  )
}
