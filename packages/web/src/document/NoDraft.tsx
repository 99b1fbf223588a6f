import { Group } from '@mantine/core'
import type { DocumentVersionSummary } from '@sinew/contract/document/document-version-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StartDraft, workingVersion } from './StartDraft.tsx'

type Props = {
  readonly document: { readonly id: string; readonly number: number }
  readonly title: string
  readonly versions: readonly DocumentVersionSummary[]
}

/** In place of the editor, while a document has no draft: why, and what can be done. */
export function NoDraft({ document: { id, number }, title, versions }: Props) {
  const { t } = useTranslation()
  const working = workingVersion(versions)
  const held = versions.find(({ status }) => status === 'published')
  const shown = working ?? held
  return (
    <>
      <PageHeader
        noun="document"
        trail={[
          <PageLink key="list" to={paths.register} params={{ register: 'documents' }}>
            {t('Documents')}
          </PageLink>,
        ]}
        reference={`D-${number}`}
        title={title}
      />
      <EmptyState
        noun="document"
        title={t('There is no draft to edit')}
        action={
          <Group gap="sm" justify="center">
            {working === undefined && <StartDraft documentId={id} number={number} versions={versions} />}
            {shown !== undefined && (
              <PageLink to={paths.documentVersion} params={{ number, versionNumber: shown.versionNumber }}>
                {working === undefined ? t('Read what is published') : t('Read the version in work')}
              </PageLink>
            )}
            <PageLink to={paths.registered} params={{ register: 'documents', number }}>
              {t('Back to the document')}
            </PageLink>
          </Group>
        }
      >
        {working === undefined
          ? t('A text is written in a draft. Begin one: what is published holds until the next version is.')
          : t('Version {{number}} is in review or approved already: it changes only when it is sent back.', {
              number: working.versionNumber,
            })}
      </EmptyState>
    </>
  )
}
