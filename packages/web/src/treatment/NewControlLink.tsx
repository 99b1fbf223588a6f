import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { useState } from 'react'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ControlLinkFields, type LinkValues, startingLink } from './ControlLinkFields.tsx'
import { ControlSelect } from './ControlSelect.tsx'

type Props = { readonly risk: RiskDetail; readonly onDone: () => void }

/** One more control that treats the risk. */
export function NewControlLink({ risk, onDone }: Props) {
  const { t } = useTranslation()
  const [controlId, setControlId] = useState<string | null>(null)
  const [values, setValues] = useState<LinkValues>({ ...startingLink, saved: risk.containedSaved })
  const create = useOrganizationWrite(linkControl, { onDone })
  return (
    <ControlLinkFields
      values={values}
      onChange={setValues}
      isDirty={controlId !== null || values.note !== ''}
      refusals={controlId === null ? [{ code: 'no_control', message: t('Choose a control first.') }] : []}
      save={t('Link the control')}
      isPending={create.isPending}
      onSave={(body) =>
        controlId !== null && void create.send({ params: { riskId: risk.id }, body: { ...body, controlId } })
      }
      onCancel={onDone}
    >
      <ProblemPanel problem={create.problem} />
      <ControlSelect label={t('Control')} required value={controlId} onChange={setControlId} />
    </ControlLinkFields>
  )
}
