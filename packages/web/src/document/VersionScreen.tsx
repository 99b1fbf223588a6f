import { Stack } from '@mantine/core'
import type { DocumentVersion } from '@sinew/contract/document/document-version-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Facts } from '../ui/Facts.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { DiffLines } from './DiffLines.tsx'
import { diffQuery, versionQuery } from './document-queries.ts'
import { RichText } from './RichText.tsx'
import { VersionChip } from './VersionChip.tsx'
import { VersionExport } from './VersionExport.tsx'
import { VersionSteps } from './VersionSteps.tsx'

const route = getRouteApi('/o/$slug/documents/$number/versions/$versionNumber')

/** One version: its text, what it changed, who decided on it, and whether it is still what was approved. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { number } = route.useParams()
  const { documentVersionId, title } = route.useLoaderData()
  const { data: version } = useSuspenseQuery(versionQuery(api, documentVersionId))
  const { data: diff } = useSuspenseQuery(diffQuery(api, documentVersionId))
  const params = { register: 'documents', number }
  return (
    <>
      <PageHeader
        noun="document"
        trail={[
          <PageLink key="list" to={paths.register} params={{ register: 'documents' }}>
            {t('Documents')}
          </PageLink>,
          <PageLink key="document" to={paths.registered} params={params}>
            {`D-${number} ${title}`}
          </PageLink>,
        ]}
        title={t('Version {{number}}', { number: version.versionNumber })}
        chips={<VersionChip status={version.status} />}
        sentence={<Seal version={version} />}
        actions={<VersionExport version={version} reference={`D-${number}`} />}
      />
      <Stack gap="lg">
        <VersionSteps version={version} documentNumber={Number(number)} />
        <Panel title={t('Who decided what')}>
          <VersionFacts version={version} />
        </Panel>
        {diff.from !== null && (
          <Panel title={t('What changed since version {{number}}', { number: diff.from.versionNumber })}>
            <DiffLines lines={diff.lines} />
          </Panel>
        )}
        <Panel title={t('Text')}>
          <RichText text={version.content} />
        </Panel>
      </Stack>
    </>
  )
}

function Seal({ version }: { readonly version: DocumentVersion }) {
  const { t } = useTranslation()
  if (version.isUnchanged === null) return t('Not approved: its text can still change.')
  return version.isUnchanged ? (
    <StatusSentence tone="good">{t('Its text and images are still what was approved.')}</StatusSentence>
  ) : (
    <StatusSentence tone="bad">{t('Its text or images are not what was approved.')}</StatusSentence>
  )
}

function VersionFacts({ version }: { readonly version: DocumentVersion }) {
  const { t } = useTranslation()
  const day = (at: string | null) => at && <When at={at} show="both" />
  return (
    <Facts
      facts={{
        [t('What changed')]: version.changeNote,
        [t('Written by')]: version.authorName,
        [t('Given to review')]: day(version.submittedAt),
        [t('Approved by')]: version.approvedByName,
        [t('Approved')]: day(version.approvedAt),
        [t('Second pair of eyes')]:
          version.approvedAlone && t('None: approved by an author, because nobody else could.'),
        [t('Note')]: version.approvalNote,
        [t('Owner then')]: version.ownerName,
        [t('Published by')]: version.publishedByName,
        [t('In force from')]: day(version.effectiveAt),
        [t('Ended')]: day(version.endedAt),
        'SHA-256': version.contentHash && <code style={{ overflowWrap: 'anywhere' }}>{version.contentHash}</code>,
      }}
    />
  )
}
