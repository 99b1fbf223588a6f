import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { sendQuestionnaire } from '@sinew/contract/supplier/supplier-contract.ts'
import { isAnswered, isGood } from '@sinew/core/supplier/questionnaire.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Standing } from '../ui/Standing.tsx'
import { When } from '../ui/When.tsx'
import { AnswersByTable } from './AnswersByTable.tsx'
import { answersQuery } from './supplier-queries.ts'

const words: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', not_applicable: 'Does not apply', '': '' }

/** The link to send, and what was answered. */
export function AnswersPanel({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const read = useQuery(answersQuery(useOrganizationApi(), record.id)).data
  const isOpen = ['draft', 'sent'].includes(String(record.state))
  return (
    <>
      {isOpen && <LinkPanel record={record} />}
      <AnswersByTable record={record} />
      {read !== undefined && read.questions.length > 0 && (
        <Panel
          title={t('Answers')}
          hint={
            isOpen
              ? t('{{done}} of {{all}} answered.', {
                  done: read.questions.filter((question) => isAnswered(question, read.answers[question.id])).length,
                  all: read.questions.length,
                })
              : t('{{passed}} of {{expected}} answers are as wanted.', {
                  passed: read.passed,
                  expected: read.expected,
                })
          }
        >
          <ObjectRows
            rows={read.questions.map((question) => {
              const given = read.answers[question.id]
              const isBad = isAnswered(question, given) && isGood(question, given) === false
              return {
                id: question.id,
                title: [question.reference, question.title].filter(Boolean).join(' '),
                note:
                  [t(words[given?.choice ?? ''] ?? ''), given?.text].filter(Boolean).join(': ') ||
                  t('Not answered yet'),
                detail: isBad ? <Standing bearing="bad">{t('Not as wanted')}</Standing> : undefined,
              }
            })}
          />
        </Panel>
      )}
    </>
  )
}

function LinkPanel({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('supplier:write')
  const [made, show] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null)
  const write = useOrganizationWrite(sendQuestionnaire, { onDone: show })
  return (
    <Panel
      title={t('Link for the supplier')}
      hint={t('Whoever has the link can answer, without an account. A new link makes the one before useless.')}
    >
      {made === null ? (
        <ActionButton
          refusals={may}
          loading={write.isPending}
          onClick={() => void write.send({ params: { supplierQuestionnaireId: record.id }, version: record.version })}
        >
          {record.state === 'draft' ? t('Make the link') : t('Make a new link')}
        </ActionButton>
      ) : (
        <Group align="end">
          <TextInput
            label={t('Send this link; it is shown once')}
            description={
              <>
                {t('It works until')} <When at={made.expiresAt} show="day" />
              </>
            }
            readOnly
            value={made.link}
            style={{ flex: 1 }}
          />
          <CopyButton value={made.link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? t('Copied') : t('Copy')}</Button>}
          </CopyButton>
        </Group>
      )}
      <ProblemPanel problem={write.problem} />
    </Panel>
  )
}
