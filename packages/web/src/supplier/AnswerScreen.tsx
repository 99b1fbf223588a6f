import { Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type Answering, saveAnswers } from '@sinew/contract/supplier/supplier-contract.ts'
import { type GivenAnswer, type GivenAnswers, isAnswered } from '@sinew/core/supplier/questionnaire.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { AccountFrame } from '../account/AccountFrame.tsx'
import { useWrite } from '../api/use-write.ts'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
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
  const [name, sayName] = useState(asked.submittedByName)
  const [isTried, tryIt] = useState(false)
  const [isSaved, note] = useState(true)
  const write = useWrite(saveAnswers, { onDone: () => note(true) })
  const change = (id: string, part: Partial<GivenAnswer>) => {
    note(false)
    answer((before) => ({ ...before, [id]: { ...nothing, ...before[id], ...part } }))
  }
  const open = asked.questions.filter((question) => !isAnswered(question, answers[question.id]))
  const save = () => void write.send({ params: { token }, body: { answers, name, submit: false } })
  const submit = () => {
    tryIt(true)
    const [first] = open
    if (first === undefined) void write.send({ params: { token }, body: { answers, name, submit: true } })
    else document.getElementById(first.id)?.scrollIntoView({ block: 'center' })
  }
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
          isMissing={isTried && open.includes(question)}
          id={question.id}
          onChange={(part) => change(question.id, part)}
        />
      ))}
      {!asked.isSubmitted && (
        <>
          <TextInput
            label={t('Your name and role')}
            value={name}
            maxLength={200}
            onChange={(event) => {
              note(false)
              sayName(event.currentTarget.value)
            }}
          />
          <ProblemPanel problem={write.problem} />
          <p role="status">
            {t('{{done}} of {{all}} answered.', {
              done: asked.questions.length - open.length,
              all: asked.questions.length,
            })}{' '}
            {isTried && open.length > 0 && t('Those still open are marked above.')}{' '}
            {isSaved ? t('Everything is saved.') : t('Not saved yet.')}
          </p>
          <Group>
            <Button variant="default" loading={write.isPending} onClick={save}>
              {t('Save for later')}
            </Button>
            <Button loading={write.isPending} onClick={submit}>
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
  readonly id: string
  readonly label: string
  readonly section: string
  readonly kind: 'yes_no' | 'text'
  readonly given: GivenAnswer
  readonly isFrozen: boolean
  readonly isMissing: boolean
  readonly onChange: (part: Partial<GivenAnswer>) => void
}

function Question({ id, label, section, kind, given, isFrozen, isMissing, onChange }: QuestionProps) {
  const { t } = useTranslation()
  const choices = [
    { value: '', label: t('Not yet') },
    { value: 'yes', label: t('Yes') },
    { value: 'no', label: t('No') },
    { value: 'not_applicable', label: t('Does not apply') },
  ]
  return (
    <section id={id}>
      {section !== '' && <h2 style={{ fontSize: '1rem' }}>{section}</h2>}
      <Stack gap={8}>
        <strong>{label}</strong>
        {isFrozen ? (
          <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
            {[choices.find(({ value }) => value !== '' && value === given.choice)?.label, given.text]
              .filter(Boolean)
              .join(': ')}
          </p>
        ) : (
          <>
            {kind === 'yes_no' && (
              <SegmentedControl
                aria-label={label}
                data={choices}
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
              value={given.text}
              onChange={(event) => onChange({ text: event.currentTarget.value })}
            />
          </>
        )}
        {isMissing && <StatusSentence tone="bad">{t('Not answered yet')}</StatusSentence>}
      </Stack>
    </section>
  )
}
