import { Button } from '@mantine/core'
import { deactivatePerson, type Person, reactivatePerson } from '@sinew/contract/person/person-contract.ts'
import { refuseReactivation } from '@sinew/core/person/person-rules.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { PersonSelect } from './PersonSelect.tsx'

/** Says that somebody has left (handing over what they answered for), or that they are back. */
export function LeaveButton({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const may = useMay('person:write')
  const back = useOrganizationWrite(reactivatePerson)
  if (person.active) return <Leaving person={person} />
  return (
    <>
      <ActionButton
        variant="subtle"
        color="gray"
        loading={back.isPending}
        refusals={[...may, ...refuseReactivation(person)]}
        onClick={() => void back.send({ params: { personId: person.id }, version: person.version })}
      >
        {t('Is back')}
      </ActionButton>
      <ProblemPanel problem={back.problem} />
    </>
  )
}

function Leaving({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const may = useMay('person:write')
  const write = useOrganizationWrite(deactivatePerson)
  const [successorId, setSuccessor] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const needsSuccessor = person.ownedTotal > 0
  const isReady = reason.trim().length >= 3 && (!needsSuccessor || successorId !== null)
  return (
    <AskButton label={t('Has left')} size="sm" variant="subtle" color="gray" refusals={may} width={340}>
      {needsSuccessor && (
        <PersonSelect
          label={t('Who takes over?')}
          description={t('{{count}} things go to this person in the same step.', { count: person.ownedTotal })}
          comboboxProps={{ withinPortal: false }}
          except={person.id}
          value={successorId}
          onChange={setSuccessor}
        />
      )}
      <ReasonInput placeholder={t('Left on 30 November')} value={reason} onChange={setReason} />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        disabled={!isReady}
        loading={write.isPending}
        onClick={() =>
          void write.send({
            params: { personId: person.id },
            version: person.version,
            body: { successorId, reason },
          })
        }
      >
        {needsSuccessor ? t('Hand over and say goodbye') : t('Say goodbye')}
      </Button>
    </AskButton>
  )
}
