import type { Control } from '@sinew/contract/control/control-contract.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Panel } from '../ui/Panel.tsx'
import { NeedRow } from './NeedRow.tsx'
import classes from './needs.module.css'

const AddNeed = later(async () => (await import('./AddNeed.tsx')).AddNeed)

const route = getRouteApi('/o/$slug/controls/$controlRef')

/** What would prove the control, and how each of it stands. */
export function NeedsPanel({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const may = useMay('control:write')
  const search = route.useSearch()
  const [isAdding, add] = useState(search.do === 'add_need')
  const { needs } = control
  const total = needs.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <Panel
      title={t('What would prove it')}
      standing={needs.length || undefined}
      hint={t('Each need asks for a dated piece within its rhythm. The weight is its part of the whole proof.')}
      flush={needs.length > 0}
      actions={
        <ActionButton size="xs" variant="default" refusals={may} onClick={() => add(true)}>
          {t('Add a need')}
        </ActionButton>
      }
    >
      {needs.length === 0 && (
        <EmptyState noun="evidence" title={t('Nothing is asked for')}>
          {t(
            'Say what you would show an auditor, and how often it has to be new. Without a need nothing can be proven.',
          )}
        </EmptyState>
      )}
      {needs.length > 0 && (
        <ul className={classes.needs}>
          {needs.map((need) => (
            <NeedRow key={need.id} control={control} need={need} part={total > 0 ? need.weight / total : 0} />
          ))}
        </ul>
      )}
      {isAdding && <AddNeed controlId={control.id} onClose={() => add(false)} />}
    </Panel>
  )
}
