import { Button, Group, Stack } from '@mantine/core'
import { reviewInputs } from '@sinew/contract/management-review/review-contract.ts'
import { collectReviewInputs, getReviewMinutes } from '@sinew/contract/management-review/review-work-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { loadedRegister } from '../register/load-registers.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { Panel } from '../ui/Panel.tsx'
import { PaperButtons } from '../ui/PaperButtons.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './review.module.css'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)

/** The inputs of a review with what is recorded of each and what the meeting made of it, and the minutes to take away. */
export function ReviewPanels({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const mayWrite = useMay('review:write')
  const write = useOrganizationWrite(collectReviewInputs)
  const [editing, edit] = useState<AnyRecord | null>(null)
  const query = { reviewId: record.id, pageSize: 20, sort: 'input' } as const
  const inputs = useQuery(api.query(reviewInputs.list, { query })).data?.items ?? []
  const contract = loadedRegister('review_input')
  const isSigned = record.state === 'signed'
  const frozen = record.state === 'planned' ? [] : refuse('held', t('The inputs were frozen at the meeting.'))
  const missing = inputs.filter(({ entry }) => entry === '').length
  const minutesUrl = (format: 'pdf' | 'docx') =>
    api.url(getReviewMinutes, { params: { managementReviewId: record.id }, query: { format } })
  return (
    <Stack gap="lg">
      <Panel
        title={t('Inputs')}
        hint={
          missing === 0
            ? t('Every input has an entry.')
            : t('Without an entry yet: {{missing}} of {{all}}.', { missing, all: inputs.length })
        }
        actions={
          <ActionButton
            size="xs"
            variant="default"
            refusals={[...mayWrite, ...frozen]}
            loading={write.isPending}
            onClick={() => void write.send({ params: { managementReviewId: record.id } })}
          >
            {t('Fill anew')}
          </ActionButton>
        }
      >
        <ProblemPanel problem={write.problem} />
        {inputs.map((one) => (
          <section key={one.id} className={classes.input} aria-label={t(one.title)}>
            <div className={classes.head}>
              <strong>
                {one.input.charAt(0)}) {t(one.title)}
              </strong>
              {!isSigned && mayWrite.length === 0 && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t('Write the entry of {{title}}', { title: t(one.title) })}
                  onClick={() => edit(one as unknown as AnyRecord)}
                >
                  {t('Write the entry')}
                </Button>
              )}
            </div>
            <ul className={classes.facts}>
              {one.facts.map((fact) => (
                <li key={fact}>
                  <RefText>{fact}</RefText>
                </li>
              ))}
            </ul>
            <p className={classes.entry} data-empty={one.entry === ''}>
              {one.entry === '' ? t('No entry yet.') : <RefText>{one.entry}</RefText>}
            </p>
          </section>
        ))}
      </Panel>
      <Panel
        title={t('Minutes')}
        hint={
          isSigned
            ? t('Signed off: they do not change any more.')
            : t('Until they are signed off, they are marked as a draft.')
        }
      >
        <Group gap="xs">
          <PaperButtons urlOf={minutesUrl} words={{ pdf: t('Minutes as PDF'), docx: t('Minutes as Word document') }} />
        </Group>
      </Panel>
      {editing !== null && contract !== undefined && (
        <RecordEditor
          contract={contract}
          record={editing}
          given={{ input: editing.input, title: editing.title }}
          onClose={() => edit(null)}
        />
      )}
    </Stack>
  )
}
