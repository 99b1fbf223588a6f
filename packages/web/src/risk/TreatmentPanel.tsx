import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import classes from './risk.module.css'
import { TreatmentForm, type TreatmentOption } from './TreatmentForm.tsx'

/** What is done about the risk, and why that. */
export function TreatmentPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  const [isEditing, edit] = useState(false)
  const meaning: Readonly<Record<TreatmentOption, string>> = {
    modify: t('Modify: controls make it rarer or cheaper.'),
    retain: t('Retain: it is borne as it is.'),
    avoid: t('Avoid: what causes it stops.'),
    share: t('Share: somebody else carries a part, an insurer or a supplier.'),
  }
  return (
    <Panel
      title={t('Treatment')}
      actions={
        !isEditing && (
          <ActionButton size="xs" variant="default" refusals={refusals} onClick={() => edit(true)}>
            {risk.treatment ? t('Change') : t('Decide')}
          </ActionButton>
        )
      }
    >
      {isEditing ? (
        <TreatmentForm risk={risk} meaning={meaning} onDone={() => edit(false)} />
      ) : (
        <Facts
          facts={{
            [t('Option')]: risk.treatment ? (
              meaning[risk.treatment]
            ) : (
              <span className={classes.quiet}>{t('Not decided yet.')}</span>
            ),
            [t('Why')]: risk.treatmentRationale,
          }}
        />
      )}
    </Panel>
  )
}
