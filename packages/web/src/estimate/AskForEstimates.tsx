import { Button, Group, MultiSelect, Stack, Textarea } from '@mantine/core'
import { askForEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { askRefusals } from '@sinew/core/estimate/estimator-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { useEstimateWrite } from './use-estimate-write.ts'

/** Chooses whom to ask; who cannot answer is listed with the reason. */
export function AskForEstimates({ riskId, onClose }: { readonly riskId: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [personIds, setPersonIds] = useState<string[]>([])
  const [message, setMessage] = useState('')
  const ask = useEstimateWrite(askForEstimates, riskId, onClose)
  const people = useQuery(useOrganizationApi().query(listPeople, { query: { active: true, pageSize: 200 } })).data
  const options = (people?.items ?? []).map((person) => {
    const [refusal] = askRefusals(person)
    return { value: person.id, label: refusal?.message ?? person.name, disabled: refusal !== undefined }
  })
  return (
    <Stack gap="sm">
      <ProblemPanel problem={ask.problem} />
      <MultiSelect
        label={t('Whom to ask')}
        description={t('They see the request on this risk and among what is theirs to do.')}
        searchable
        nothingFoundMessage={t('Nobody of that name is here')}
        data={options.toSorted((a, b) => Number(a.disabled) - Number(b.disabled))}
        value={personIds}
        onChange={setPersonIds}
        required
      />
      <Textarea
        label={t('What to tell them')}
        autosize
        minRows={2}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          disabled={personIds.length === 0}
          loading={ask.isPending}
          onClick={() => void ask.send({ params: { riskId }, body: { personIds, message } })}
        >
          {t('Ask')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
