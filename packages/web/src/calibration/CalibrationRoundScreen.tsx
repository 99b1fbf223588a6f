import { Button, Stack } from '@mantine/core'
import type { CalibrationAnswer } from '@sinew/contract/calibration/calibration-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AnsweredQuestion } from './AnsweredQuestion.tsx'
import classes from './calibration.module.css'
import { calibrationRoundQuery } from './calibration-queries.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { useStartRound } from './use-start-round.ts'

const route = getRouteApi('/o/$slug/calibration/$calibrationRoundId')

/** One question after the other, the truth after each answer, and the whole round at its end. */
export function Screen() {
  const { t } = useTranslation()
  const { calibrationRoundId } = route.useParams()
  const round = useSuspenseQuery(calibrationRoundQuery(useOrganizationApi(), calibrationRoundId)).data
  // The answer just given stays on screen until the person goes on.
  const [shown, show] = useState<number | null>(null)
  const open = round.answers.find(({ truth }) => truth === null)
  const just = round.answers.find(({ position }) => position === shown)
  const start = useStartRound()
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="all" to={paths.calibration}>
            {t('Calibration')}
          </PageLink>,
        ]}
        noun="calibration"
        title={t('Round of questions')}
        sentence={
          round.finishedAt === null
            ? t('Give ranges that hold the truth nine times in ten. Look nothing up.')
            : round.sentence
        }
      />
      <ProblemPanel problem={start.problem} />
      <div className={classes.narrow}>
        {just ? (
          <Panel title={t('Question {{n}} of {{all}}', { n: just.position, all: round.answers.length })}>
            <Stack gap="md">
              <AnsweredQuestion answer={just} />
              <div>
                <Button onClick={() => show(null)} autoFocus>
                  {open ? t('Next question') : t('See the whole round')}
                </Button>
              </div>
            </Stack>
          </Panel>
        ) : open ? (
          <Panel title={t('Question {{n}} of {{all}}', { n: open.position, all: round.answers.length })}>
            <QuestionForm
              key={open.position}
              roundId={round.id}
              question={open}
              onAnswered={() => show(open.position)}
            />
          </Panel>
        ) : (
          <Result answers={round.answers} hits={round.hits} meanScore={round.meanScore}>
            <Button loading={start.isPending} onClick={() => void start.send({ body: {} })}>
              {t('Answer ten more')}
            </Button>
          </Result>
        )}
      </div>
    </>
  )
}

function Result(props: {
  readonly answers: readonly CalibrationAnswer[]
  readonly hits: number
  readonly meanScore: number | null
  readonly children: React.ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('{{hits}} of {{all}} held the truth', { hits: props.hits, all: props.answers.length })}
      hint={t('Score {{score}}; lower is better.', { score: props.meanScore?.toFixed(1) })}
      actions={props.children}
    >
      <ol className={classes.answers}>
        {props.answers.map((answer) => (
          <li key={answer.position}>
            <AnsweredQuestion answer={answer} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}
