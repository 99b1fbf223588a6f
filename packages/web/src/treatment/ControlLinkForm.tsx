import { ApiError } from '@sinew/contract/client.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { type ControlLink, unlinkControl, updateControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { useState } from 'react'
import { Conflict } from '../api/Conflict.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useFreshRisk } from '../risk/use-fresh-risk.ts'
import { changedFields } from '../ui/form/conflict-fields.ts'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ControlLinkFields, type LinkBody, type LinkValues } from './ControlLinkFields.tsx'
import { effectWords } from './effect-words.ts'

type Props = { readonly risk: RiskDetail; readonly link: ControlLink; readonly onDone: () => void }

const valuesOf = ({ effect, reduction, coverage, saved, note }: ControlLink): LinkBody => {
  return { effect, reduction, coverage, saved, note }
}

/** What a control does to the risk; taking it away is a decision and asks for its reason. */
export function ControlLinkForm({ risk, link, onDone }: Props) {
  const { t } = useTranslation()
  // A link that is turned into one that contains events starts from what the risk says of them.
  const [values, setValues] = useState<LinkValues>({ ...valuesOf(link), saved: risk.containedSaved })
  const update = useOrganizationWrite(updateControlLink, { onDone })
  const fresh = useFreshRisk(risk.id)
  const changed = changedFields<LinkValues>(
    { ...valuesOf(link), saved: risk.containedSaved },
    values,
  ) as Partial<LinkBody>
  const send = (body: Partial<LinkBody>, version: number) =>
    void update.send({ params: { riskId: risk.id, linkId: link.id }, version, body })
  return (
    <ControlLinkFields
      values={values}
      onChange={setValues}
      isDirty={Object.keys(changed).length > 0}
      save={t('Save')}
      isPending={update.isPending}
      onSave={(body) => send(changedFields(valuesOf(link), body), link.version)}
      onCancel={onDone}
      aside={<Unlink risk={risk} link={link} onDone={onDone} />}
    >
      {update.isConflict ? (
        <Conflict<LinkBody>
          existing={{
            fresh: async () => {
              const theirs = (await fresh()).controls.find(({ id }) => id === link.id)
              if (theirs === undefined) {
                const title = t('Somebody took this control away from the risk meanwhile.')
                throw new ApiError({ type: 'about:blank', status: 404, title })
              }
              return { version: theirs.version, values: valuesOf(theirs) }
            },
            labels: {
              effect: t('What it does'),
              reduction: t('What it takes away when it works'),
              coverage: t('It reaches, in percent'),
              saved: t('A contained event saves, in percent'),
              note: t('Why this much'),
            },
            shown: (field, value) => {
              if (field === 'effect') return t(effectWords[value as ControlLink['effect']])
              if (field === 'coverage' || field === 'saved')
                return value === null ? undefined : `${Math.round(Number(value) * 100)} %`
              if (field !== 'reduction') return undefined
              const { low, high } = value as ControlLink['reduction']
              return `${Math.round(low * 100)}–${Math.round(high * 100)} %`
            },
          }}
          mine={changed}
          onKeepMine={(version) => send(changed, version)}
          onTakeTheirs={(theirs) => {
            setValues(theirs)
            update.reset()
          }}
        />
      ) : (
        <ProblemPanel problem={update.problem} />
      )}
      <strong>
        {link.ref} {link.title}
      </strong>
    </ControlLinkFields>
  )
}

function Unlink({ risk, link, onDone }: Props) {
  const { t } = useTranslation()
  const remove = useOrganizationWrite(unlinkControl, { onDone })
  const params = { riskId: risk.id, linkId: link.id }
  return (
    <ReasonedStep
      size="xs"
      variant="subtle"
      color="red"
      label={t('Take it away')}
      question={t('Why does it no longer treat this risk?')}
      isPending={remove.isPending}
      problem={remove.problem}
      onSend={(reason) => void remove.send({ params, version: link.version, query: { reason } })}
    />
  )
}
