import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type Answering, saveAnswers } from '@sinew/contract/supplier/supplier-contract.ts'
import type { GivenAnswer, GivenAnswers } from '@sinew/core/supplier/questionnaire.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { AccountFrame } from '../account/AccountFrame.tsx'
import { useWrite } from '../api/use-write.ts'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import { answeringQuery } from './supplier-queries.ts'

const route = getRouteApi(paths.questionnaire)
const nothing: GivenAnswer = { choice: '', text: '' }

/** Where a supplier answers, without an account: saves and returns, and submits once. */
export function Screen() {
  const { t } = useTranslation()
  const { token } = route.useParams()
  const { data } = useSuspenseQuery(answeringQuery(token))
  const sentence = data.isSubmitted ? (
    t('Answered by {{name}}. Thank you: what was submitted stays as it is.', { name: data.submittedByName })
  ) : (
    <>
      {t('{{organization}} asks you to answer by', { organization: data.organizationName })}{' '}
      <When at={data.dueAt} show="day" />. {t('You can save, and come back by the same link.')}
    </>
  )
  return (
    <AccountFrame title={data.title} sentence={sentence} isWide>
      {data.introduction !== '' && <p style={{ whiteSpace: 'pre-wrap' }}>{data.introduction}</p>}
      <AnswerForm token={token} asked={data} />
    </AccountFrame>
  )
}

function AnswerForm({ token, asked }: { readonly token: string; readonly asked: Answering }) {
  const { t } = useTranslation()
  const [answers, answer] = useState<GivenAnswers>(asked.answers)
  const [name, sayName] = useState('')
  const [isSaved, note] = useState(true)
  const write = useWrite(saveAnswers, { onDone: () => note(true) })
  const change = (id: string, part: Partial<GivenAnswer>) => {
    note(false)
    answer((before) => ({ ...before, [id]: { ...nothing, ...before[id], ...part } }))
  }
  const send = (submit: boolean) => void write.send({ params: { token }, body: { answers, name, submit } })
  const done = asked.questions.filter(({ id, answer: kind }) =>
    kind === 'text' ? (answers[id]?.text ?? '') !== '' : (answers[id]?.choice ?? '') !== '',
  ).length
  return (
    <Stack gap="xl">
      {asked.questions.map((question, at) => (
        <Question
          key={question.id}
          label={`${question.reference || `${at + 1}.`} ${question.title}`}
          section={question.section !== asked.questions[at - 1]?.section ? question.section : ''}
          kind={question.answer}
          given={answers[question.id] ?? nothing}
          isFrozen={asked.isSubmitted}
          onChange={(part) => change(question.id, part)}
        />
      ))}
      {!asked.isSubmitted && (
        <>
          <TextInput
            label={t('Your name and role')}
            value={name}
            maxLength={200}
            onChange={(event) => sayName(event.currentTarget.value)}
          />
          <ProblemPanel problem={write.problem} />
          <p role="status">
            {t('{{done}} of {{all}} answered.', { done, all: asked.questions.length })}{' '}
            {isSaved ? t('Everything is saved.') : t('Not saved yet.')}
          </p>
          <Group>
            <Button variant="default" loading={write.isPending} onClick={() => send(false)}>
              {t('Save for later')}
            </Button>
            <Button loading={write.isPending} onClick={() => send(true)}>
              {t('Submit for good')}
            </Button>
          </Group>
          <LeaveGuard isDirty={() => !isSaved} />
        </>
      )}
    </Stack>
  )
}

type QuestionProps = {
  readonly label: string
  readonly section: string
  readonly kind: 'yes_no' | 'text'
  readonly given: GivenAnswer
  readonly isFrozen: boolean
  readonly onChange: (part: Partial<GivenAnswer>) => void
}

function Question({ label, section, kind, given, isFrozen, onChange }: QuestionProps) {
  const { t } = useTranslation()
  const choices = [
    { value: '', label: t('Open') },
    { value: 'yes', label: t('Yes') },
    { value: 'no', label: t('No') },
    { value: 'not_applicable', label: t('Does not apply') },
  ]
  return (
    <section>
      {section !== '' && <h2 style={{ fontSize: '1rem' }}>{section}</h2>}
      <Stack gap={8}>
        <strong>{label}</strong>
        {kind === 'yes_no' && (
          <SegmentedControl
            aria-label={label}
            data={choices}
            disabled={isFrozen}
            value={given.choice}
            onChange={(value) => onChange({ choice: value as GivenAnswer['choice'] })}
          />
        )}
        <Textarea
          aria-label={t('{{question}}: in words', { question: label })}
          placeholder={kind === 'yes_no' ? t('Say how, or what is done instead') : ''}
          autosize
          minRows={kind === 'text' ? 3 : 1}
          maxLength={5_000}
          readOnly={isFrozen}
          value={given.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      </Stack>
    </section>
  )
}
