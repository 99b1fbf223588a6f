import { Button, NumberInput, TextInput } from '@mantine/core'
import { completeCourse } from '@sinew/contract/training/training-contract.ts'
import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Says that one has done a course, with what shows it. */
export function FinishCourse({ item }: { readonly item: WorkItem }) {
  const { t } = useTranslation()
  const may = useMay('training:own')
  const write = useOrganizationWrite(completeCourse)
  const [proof, show] = useState('')
  const [score, reach] = useState<number | null>(null)
  const send = () =>
    void write.send({ params: { courseAssignmentId: item.entityId }, body: { proof: proof.trim(), score } })
  return (
    <AskButton label={t('Completed')} size="sm" variant="light" refusals={may}>
      <TextInput
        label={t('What shows it')}
        description={t('Certificate, list of attendance, result of a test.')}
        maxLength={500}
        value={proof}
        onChange={(event) => show(event.currentTarget.value)}
      />
      <NumberInput
        label={t('Score')}
        description={t('Where the course gives one.')}
        min={0}
        max={100}
        suffix=" %"
        value={score ?? ''}
        onChange={(next) => reach(typeof next === 'number' ? next : null)}
      />
      <ProblemPanel problem={write.problem} />
      <Button loading={write.isPending} onClick={send}>
        {t('I completed it')}
      </Button>
    </AskButton>
  )
}
