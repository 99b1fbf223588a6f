import { noChange, type WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { OutcomeSentence } from './OutcomeSentence.tsx'
import { SavedList } from './SavedList.tsx'
import { useOutcome, useWhatIfPricer } from './use-what-if-pricer.ts'

const Board = later(async () => (await import('./Board.tsx')).Board)
const SaveDrawer = later(async () => (await import('./SaveDrawer.tsx')).SaveDrawer)

/** The board: today beside a world that is not so yet, priced while it is changed. */
export function Screen() {
  const { t } = useTranslation()
  const go = useGo()
  const page = useWhatIfPricer()
  const may = useMay('risk:write')
  const [whatIf, change] = useState<WhatIf>(noChange)
  const outcome = useOutcome(page, whatIf)
  const [isSaving, save] = useState(false)
  const isChanged = whatIf !== noChange
  if (page.snapshot.risks.length === 0) return <Nothing />
  const unchanged = { code: 'nothing_changed', message: t('Change something first: this is today.') }
  return (
    <>
      <LeaveGuard isDirty={() => isChanged && !isSaving} />
      <PageHeader
        noun="whatIf"
        title={t('What if')}
        sentence={<OutcomeSentence outcome={outcome} isChanged={isChanged} currency={page.snapshot.currency} />}
        actions={
          <ActionButton variant="default" refusals={isChanged ? [] : [unchanged]} onClick={() => change(noChange)}>
            {t('Back to today')}
          </ActionButton>
        }
        next={
          <ActionButton refusals={[...may, ...(isChanged ? [] : [unchanged])]} onClick={() => save(true)}>
            {t('Save')}
          </ActionButton>
        }
      />
      <Board page={page} whatIf={whatIf} onChange={change} outcome={outcome} />
      <SavedList />
      {isSaving && (
        <SaveDrawer
          content={whatIf}
          onClose={() => save(false)}
          onSaved={({ number }) => go(paths.savedWhatIf, { number })}
        />
      )}
    </>
  )
}

function Nothing() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader noun="whatIf" title={t('What if')} />
      <EmptyState noun="whatIf" title={t('There is no risk to change yet')}>
        {t(
          'As soon as a risk has an estimate, this shows what another world would cost: other controls, treatments, insurance.',
        )}
      </EmptyState>
    </>
  )
}
