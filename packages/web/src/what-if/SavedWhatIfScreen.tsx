import { Stack } from '@mantine/core'
import { deleteWhatIf, type SavedWhatIf, updateWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import { whatIfRef } from '@sinew/core/explanation/people-ref.ts'
import { isSameWorld, treatedControls, type WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { contentOf } from './content-of.ts'
import { OutcomeSentence } from './OutcomeSentence.tsx'
import { PlannedActions } from './PlannedActions.tsx'
import { useOutcome, useWhatIfPricer } from './use-what-if-pricer.ts'
import { whatIfQuery } from './what-if-queries.ts'

const Board = later(async () => (await import('./Board.tsx')).Board)
const SinceSaved = later(async () => (await import('./SinceSaved.tsx')).SinceSaved)
const SaveDrawer = later(async () => (await import('./SaveDrawer.tsx')).SaveDrawer)
const PlanDrawer = later(async () => (await import('./PlanDrawer.tsx')).PlanDrawer)

const route = getRouteApi('/o/$slug/what-if/$number')

export function Screen() {
  const { whatIfId } = route.useLoaderData()
  const saved = useSuspenseQuery(whatIfQuery(useOrganizationApi(), whatIfId)).data
  return <SavedPage key={whatIfId} saved={saved} />
}

/** A saved what-if: re-priced now, beside what it said when it was saved; changed, copied, planned from, removed. */
function SavedPage({ saved }: { readonly saved: SavedWhatIf }) {
  const { t } = useTranslation()
  const go = useGo()
  const page = useWhatIfPricer()
  const may = useMay('risk:write')
  const [whatIf, change] = useState(saved.content as WhatIf)
  const [open, show] = useState<'copy' | 'plan' | null>(null)
  const outcome = useOutcome(page, whatIf)
  const isDirty = !isSameWorld(whatIf, saved.content)
  const params = { whatIfId: saved.id }
  const update = useOrganizationWrite(updateWhatIf)
  const remove = useOrganizationWrite(deleteWhatIf, { onDone: () => go(paths.whatIf) })
  const unsaved = isDirty ? [{ code: 'unsaved', message: t('Save what you changed first.') }] : []
  const nothingToPlan =
    treatedControls(saved.content).length === 0
      ? [{ code: 'no_treatment', message: t('It puts no control in place: there is nothing to plan.') }]
      : []
  return (
    <>
      <LeaveGuard isDirty={() => isDirty && !remove.isPending} />
      <PageHeader
        trail={[
          <PageLink key="what-if" to={paths.whatIf}>
            {t('What if')}
          </PageLink>,
        ]}
        noun="whatIf"
        reference={whatIfRef(saved.number)}
        title={saved.name}
        sentence={<OutcomeSentence outcome={outcome} isChanged currency={page.snapshot.currency} />}
        actions={
          <>
            <ConfirmInline
              variant="subtle"
              color="gray"
              question={t('Remove this what-if? The ledger keeps it, and what was planned from it stays.')}
              confirm={t('Remove')}
              refusals={may}
              isPending={remove.isPending}
              onConfirm={() => void remove.send({ params, version: saved.version })}
            >
              {t('Remove')}
            </ConfirmInline>
            <ActionButton variant="default" refusals={may} onClick={() => show('copy')}>
              {t('Save as a copy')}
            </ActionButton>
            {isDirty && (
              <ActionButton
                refusals={may}
                loading={update.isPending}
                onClick={() =>
                  void update.send({ params, version: saved.version, body: { content: contentOf(whatIf) } })
                }
              >
                {t('Save changes')}
              </ActionButton>
            )}
          </>
        }
        next={
          <ActionButton refusals={[...may, ...nothingToPlan, ...unsaved]} onClick={() => show('plan')}>
            {t('Turn into a treatment plan')}
          </ActionButton>
        }
      />
      <Stack gap="md">
        <ProblemPanel problem={update.problem ?? remove.problem} />
        <SinceSaved saved={saved} page={page} />
        <Board page={page} whatIf={whatIf} onChange={change} outcome={outcome} />
        <PlannedActions whatIfId={saved.id} count={saved.actionCount} />
        <CommentsAndHistory entity="what_if" entityId={saved.id} />
      </Stack>
      {open === 'copy' && (
        <SaveDrawer
          content={whatIf}
          name={t('{{name}} (copy)', { name: saved.name })}
          note={saved.note}
          onClose={() => show(null)}
          onSaved={({ number }) => go(paths.savedWhatIf, { number })}
        />
      )}
      {open === 'plan' && <PlanDrawer saved={saved} page={page} onClose={() => show(null)} />}
    </>
  )
}
