import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import {
  deleteMethodologyDraft,
  type Methodology,
  type MethodologyContent,
  updateMethodologyDraft,
} from '@sinew/contract/methodology/methodology-contract.ts'
import { methodologyRefusals } from '@sinew/core/methodology/methodology-rules.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AppetiteEditor } from './AppetiteEditor.tsx'
import { ApproveDraft } from './ApproveDraft.tsx'
import { ConsequenceBands, LikelihoodBands } from './BandsEditor.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { DraftEffects } from './DraftEffects.tsx'
import { LevelMatrix } from './LevelMatrix.tsx'
import { LimitsEditor } from './LimitsEditor.tsx'
import classes from './methodology.module.css'
import { RightsEditor } from './RightsEditor.tsx'
import { ThresholdsEditor } from './ThresholdsEditor.tsx'

const route = getRouteApi('/o/$slug/methodology')

export type DraftValues = { readonly content: MethodologyContent; readonly note: string }

/** The next version while it is written: checked by core's rules as one types, with what it would change at once. */
export function DraftEditor({ draft, inForce }: { readonly draft: Methodology; readonly inForce: Methodology }) {
  const { t } = useTranslation()
  const may = useMay('methodology:write')
  const navigate = route.useNavigate()
  const form = useForm<DraftValues>({ initialValues: { content: draft.content, note: draft.note } })
  const { content, note } = form.values
  const save = useOrganizationWrite(updateMethodologyDraft, {
    onDone: () => form.resetDirty(),
  })
  const drop = useOrganizationWrite(deleteMethodologyDraft, { onDone: () => void navigate({ search: {} }) })
  const issues = methodologyRefusals(content)
  const errorAt = (field: string) =>
    issues.find((issue) => issue.field === field)?.message ??
    save.fieldErrors.find(({ path }) => path === `content.${field}`)?.message
  const change = (part: Partial<MethodologyContent>) => form.setFieldValue('content', { ...content, ...part })
  const shared = { content, change, errorAt }
  const target = { params: { methodologyId: draft.id }, version: draft.version }
  return (
    <Stack gap="lg">
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Panel
        title={t('Scope of the method')}
        hint={t('What it covers, when risks are assessed, how figures are found.')}
      >
        <Textarea
          aria-label={t('Scope of the method')}
          autosize
          minRows={4}
          maxLength={10_000}
          value={content.scope}
          onChange={(event) => change({ scope: event.currentTarget.value })}
        />
      </Panel>
      <LikelihoodBands {...shared} />
      <ConsequenceBands {...shared} />
      <Panel title={t('Levels')} hint={t('The product of both positions from which a level begins.')}>
        <Stack>
          <ThresholdsEditor {...shared} />
          <LevelMatrix content={content} />
        </Stack>
      </Panel>
      <RightsEditor {...shared} />
      <AppetiteEditor {...shared} />
      <LimitsEditor {...shared} />
      <DraftEffects draft={content} inForce={inForce} />
      <section className={classes.foot} aria-label={t('Save and approve')}>
        <Stack gap="sm">
          {save.isConflict ? (
            <DraftConflict
              methodologyId={draft.id}
              mine={{ content, note }}
              onKeepMine={(version) => void save.send({ ...target, version, body: { content, note } })}
              onTakeTheirs={(theirs) => {
                form.setValues(theirs)
                form.resetDirty(theirs)
                save.reset()
              }}
            />
          ) : (
            <ProblemPanel problem={save.fieldErrors.length > 0 ? null : (save.problem ?? drop.problem)} />
          )}
          <TextInput
            label={t('What changes, and why')}
            maxLength={2000}
            value={note}
            onChange={(event) => form.setFieldValue('note', event.currentTarget.value)}
          />
          <Group gap="xs">
            <ActionButton
              refusals={[...may, ...issues]}
              loading={save.isPending}
              onClick={() => void save.send({ ...target, body: { content, note } })}
            >
              {t('Save the draft')}
            </ActionButton>
            <ApproveDraft draft={draft} isDirty={form.isDirty()} />
            {form.isDirty() && (
              <Button variant="subtle" onClick={() => form.reset()}>
                {t('Undo my changes')}
              </Button>
            )}
            <ConfirmInline
              variant="subtle"
              color="red"
              refusals={may}
              question={t('Drop this draft? The version in force stays.')}
              confirm={t('Drop it')}
              isPending={drop.isPending}
              onConfirm={() => void drop.send(target)}
            >
              {t('Drop the draft')}
            </ConfirmInline>
          </Group>
        </Stack>
      </section>
    </Stack>
  )
}
