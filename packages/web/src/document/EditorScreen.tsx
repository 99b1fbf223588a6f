import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { type DocumentVersion, listDocumentVersions } from '@sinew/contract/document/document-version-contract.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { versionQuery } from './document-queries.ts'
import { sameWords } from './draft-saver.ts'
import classes from './editor.module.css'
import { findLocalDraft, keepLocalDraft } from './local-draft.ts'
import { MarkdownInput } from './MarkdownInput.tsx'
import { NoDraft } from './NoDraft.tsx'
import { RichText } from './RichText.tsx'
import { SaveState } from './SaveState.tsx'
import { UnsavedOffer } from './UnsavedOffer.tsx'
import { useDraftSaver } from './use-draft-saver.ts'

const route = getRouteApi('/o/$slug/documents/$number/edit')

export function Screen() {
  const { t } = useTranslation()
  if (!isOffered(useMay('document:write')))
    return <NotPermitted noun="document" what={t('Drafts are written by whoever may change documents.')} />
  return <DraftOrNone />
}

function DraftOrNone() {
  const { documentVersionId, title, document, versions } = route.useLoaderData()
  if (documentVersionId === null) return <NoDraft document={document} title={title} versions={versions} />
  return <Draft key={documentVersionId} documentVersionId={documentVersionId} title={title} />
}

function Draft({ documentVersionId, title }: { readonly documentVersionId: string; readonly title: string }) {
  const { data } = useSuspenseQuery(versionQuery(useOrganizationApi(), documentVersionId))
  // The first answer is what is edited; later ones come through the saver.
  const [start] = useState(data)
  return <Editor key={start.id} start={start} title={title} />
}

type Props = { readonly start: DocumentVersion; readonly title: string }

/** The draft and how it reads, side by side; it saves itself. */
function Editor({ start, title }: Props) {
  const { t } = useTranslation()
  const { number } = route.useParams()
  const go = useGo()
  const queries = useQueryClient()
  const may = useMay('document:write')
  const { saver, state } = useDraftSaver(start)
  const [shown, show] = useState<'text' | 'preview'>('text')
  const [found, setFound] = useState(() => unsavedOf(start))
  const preview = useDeferredValue(state.words.content)
  const done = async () => {
    await saver.save()
    // The page of the document decides on the version as it is now.
    await queries.invalidateQueries({ queryKey: [listDocumentVersions.id], refetchType: 'all' })
    await queries.invalidateQueries()
    await go(paths.registered, { register: 'documents', number })
  }
  return (
    <>
      <PageHeader
        noun="document"
        trail={[
          <PageLink key="list" to={paths.register} params={{ register: 'documents' }}>
            {t('Documents')}
          </PageLink>,
          <PageLink key="document" to={paths.registered} params={{ register: 'documents', number }}>
            {`D-${number} ${title}`}
          </PageLink>,
        ]}
        title={t('Version {{number}}', { number: start.versionNumber })}
        sentence={<SaveState state={state} onSave={() => void saver.save()} />}
        next={<Button onClick={() => void done()}>{t('Done')}</Button>}
      />
      <Stack gap="md">
        {may.map(({ code, message }) => (
          <p key={code} style={{ margin: 0 }}>
            {message}
          </p>
        ))}
        {found !== null && (
          <UnsavedOffer
            found={found}
            now={state.words}
            onTake={() => {
              saver.change(found)
              setFound(null)
            }}
            onDrop={() => {
              keepLocalDraft(start.id, null)
              setFound(null)
            }}
          />
        )}
        {state.status === 'conflict' && <DraftConflict documentVersionId={start.id} saver={saver} mine={state.words} />}
        <TextInput
          label={t('What changes with this version')}
          maxLength={2000}
          value={state.words.changeNote}
          readOnly={may.length > 0}
          onChange={(event) => saver.change({ changeNote: event.currentTarget.value })}
        />
        <Group className={classes.tabs}>
          <SegmentedControl
            aria-label={t('What is shown')}
            value={shown}
            onChange={(value) => show(value as typeof shown)}
            data={[
              { value: 'text', label: t('Write') },
              { value: 'preview', label: t('Preview') },
            ]}
          />
        </Group>
        <div className={classes.columns} data-shown={shown}>
          <MarkdownInput
            value={state.words.content}
            onChange={(content) => saver.change({ content })}
            onSave={() => void saver.save()}
            isReadOnly={may.length > 0}
          />
          <section className={classes.preview} aria-label={t('Preview')}>
            <RichText text={preview} />
          </section>
        </div>
      </Stack>
      <LeaveGuard isDirty={() => ['conflict', 'refused', 'unreachable'].includes(saver.get().status)} />
    </>
  )
}

/** What this browser kept and the server does not have. */
function unsavedOf(start: DocumentVersion) {
  const kept = findLocalDraft(start.id)
  return kept !== null && !sameWords(kept, start) ? kept : null
}
