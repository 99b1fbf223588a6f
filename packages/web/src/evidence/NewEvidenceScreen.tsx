import { Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { attestationRefusals } from '@sinew/core/evidence/attestation-rules.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { controlQuery } from '../control/control-queries.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { CountsFields, DateFields, ResultFields } from './DraftFields.tsx'
import classes from './evidence.module.css'
import { meQuery } from './evidence-queries.ts'
import { FileDrop } from './FileDrop.tsx'
import { NeedsChoice } from './NeedsChoice.tsx'
import { useEvidenceForm } from './use-evidence-form.ts'

const route = getRouteApi('/o/$slug/evidence/new')

export function Screen() {
  const { t } = useTranslation()
  if (!isOffered(useMay('evidence:write')))
    return <NotPermitted noun="evidence" what={t('Evidence is added by whoever may change it.')} />
  return <NewPiece />
}

function NewPiece() {
  const { t } = useTranslation()
  const { control, replaced } = route.useLoaderData()
  const { need } = route.useSearch()
  const may = useMay('evidence:write')
  const draft = useEvidenceForm({ control, replaced, needId: need })
  const { form, files, write } = draft
  const { kind, provenance } = form.getValues()
  const attesting = useAttestation(draft.controlIds)
  const from = control && { to: paths.control, params: { controlRef: control.ref } }
  return (
    <>
      <PageHeader
        trail={[
          from ? (
            <PageLink key="control" {...from}>
              {`${control.ref} ${control.title}`}
            </PageLink>
          ) : (
            <PageLink key="evidence" to={paths.evidence}>
              {t('Evidence')}
            </PageLink>
          ),
        ]}
        noun="evidence"
        title={t('Add evidence')}
        sentence={
          replaced
            ? t('It takes the place of {{ref}} {{title}}, which stays as it was.', {
                ref: evidenceRef(replaced.number),
                title: replaced.title,
              })
            : t('What you add keeps its date for ever. A newer piece takes over; nothing is overwritten.')
        }
      />
      <form onSubmit={form.onSubmit(() => void draft.submit())} className={classes.form}>
        <Stack gap="lg">
          <Panel title={t('What you have')}>
            <Stack gap="md">
              <SegmentedControl
                aria-label={t('Kind of evidence')}
                data={[
                  { value: 'file', label: t('Files') },
                  { value: 'link', label: t('A link') },
                  { value: 'note', label: t('A note') },
                ]}
                value={kind}
                onChange={(value) => form.setFieldValue('kind', value as typeof kind)}
              />
              {kind === 'file' ? (
                <FileDrop
                  uploads={files.uploads}
                  onAdd={files.add}
                  onRename={files.rename}
                  onRemove={files.remove}
                  error={form.errors.title ?? form.errors.fileId}
                />
              ) : (
                <TextInput
                  label={t('Title')}
                  placeholder={t('A short name: what, of what, when')}
                  withAsterisk
                  maxLength={300}
                  {...form.getInputProps('title')}
                />
              )}
              {kind === 'link' && (
                <TextInput
                  label={t('Address')}
                  inputMode="url"
                  placeholder="https://"
                  withAsterisk
                  {...form.getInputProps('url')}
                />
              )}
              <Textarea
                label={kind === 'note' ? t('What you saw') : t('Note')}
                autosize
                minRows={kind === 'note' ? 4 : 2}
                maxLength={20_000}
                {...form.getInputProps('note')}
              />
            </Stack>
          </Panel>
          <Panel title={t('What it answers')}>
            <NeedsChoice
              piece={form.getValues()}
              controlIds={draft.controlIds}
              onControls={draft.setControlIds}
              needIds={form.getValues().needIds}
              onNeeds={(needIds) => form.setFieldValue('needIds', needIds)}
              error={form.errors.needIds}
            />
          </Panel>
          <Panel title={t('What it says, and when')}>
            <Stack gap="md">
              <ResultFields form={form} />
              <DateFields form={form} />
            </Stack>
          </Panel>
          <Panel title={t('How much it counts')}>
            <CountsFields form={form} />
          </Panel>
          <ProblemPanel problem={write.problem} />
          <Group>
            <ActionButton
              type="submit"
              refusals={[...may, ...draft.refusals, ...(provenance === 'attested' ? attesting : [])]}
              loading={write.isPending}
            >
              {kind === 'file' && files.uploads.length > 1
                ? t('Add {{count}} pieces', { count: files.uploads.length })
                : t('Add evidence')}
            </ActionButton>
          </Group>
        </Stack>
      </form>
      <LeaveGuard isDirty={draft.mayLose} />
    </>
  )
}

/** Why the reader cannot attest for these controls: they own one, or nobody does. */
function useAttestation(controlIds: readonly string[]) {
  const api = useOrganizationApi()
  const { user } = useSuspenseQuery(sessionQuery).data
  const me = useQuery(meQuery(api, user?.email ?? '')).data?.items.find(({ email }) => email === user?.email)
  const controls = useQueries({ queries: controlIds.map((controlId) => controlQuery(api, controlId)) })
  return attestationRefusals(
    { userId: user?.id ?? '', personId: me?.id ?? null },
    controls.flatMap(({ data }) => (data ? [{ ref: data.ref, ownerId: data.ownerId, ownerUserId: null }] : [])),
  )
}
