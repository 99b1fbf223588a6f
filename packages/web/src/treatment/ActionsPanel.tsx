import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Action } from '@sinew/contract/treatment/action-contract.ts'
import { actionRef } from '@sinew/core/explanation/people-ref.ts'
import { planActionRefusals } from '@sinew/core/treatment/action-rules.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { ActionSteps } from './ActionSteps.tsx'
import classes from './treatment.module.css'

const ActionForm = later(async () => (await import('./ActionForm.tsx')).ActionForm)

/** The treatment plan of one risk: who does what by when. */
export function ActionsPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const may = useMay('risk:write')
  const [isAdding, setAdding] = useState(false)
  const closed = planActionRefusals({ title: '-', owner: null, dueAt: 0 }, risk.status)
  const add = (
    <ActionButton
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} />}
      refusals={[...may, ...closed]}
      onClick={() => setAdding(true)}
    >
      {t('Plan an action')}
    </ActionButton>
  )
  return (
    <Panel
      title={t('Actions')}
      standing={risk.actions.length || undefined}
      actions={!isAdding && risk.actions.length > 0 ? add : undefined}
    >
      {isAdding && <ActionForm riskId={risk.id} onDone={() => setAdding(false)} />}
      {!isAdding && risk.actions.length === 0 && (
        <EmptyState noun="treatment" title={t('Nothing is planned')} action={add}>
          {t('An action says who does what by when. A moved date keeps its reason, because auditors ask for it.')}
        </EmptyState>
      )}
      <ul className={classes.links}>
        {risk.actions.map((action) => (
          <ActionRow key={action.id} action={action} />
        ))}
      </ul>
    </Panel>
  )
}

function ActionRow({ action }: { readonly action: Action }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  return (
    <li className={classes.action} data-status={action.status} data-overdue={action.overdue || undefined}>
      <span className={classes.linkName}>
        <PageLink to={paths.action} params={{ number: action.number }} inherit>
          {actionRef(action.number)} {action.title}
        </PageLink>
        <small>
          {action.ownerName ?? t('nobody named')}
          {action.costMinor !== null && (
            <>
              {' · '}
              <Money minor={action.costMinor} currency={currency} />
            </>
          )}
        </small>
      </span>
      <span className={classes.due}>
        {action.status === 'open' ? (
          <>
            {t('due')} <When at={action.dueAt} />
          </>
        ) : (
          t(action.status)
        )}
      </span>
      <ActionSteps action={action} />
    </li>
  )
}
