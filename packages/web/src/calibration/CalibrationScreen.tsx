import { Stack } from '@mantine/core'
import type { Calibration } from '@sinew/contract/calibration/calibration-contract.ts'
import { roundLength } from '@sinew/core/calibration/choose-questions.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import classes from './calibration.module.css'
import { calibrationQuery, calibrationsQuery } from './calibration-queries.ts'
import { HitRate } from './HitRate.tsx'
import { useStartRound } from './use-start-round.ts'

const tones: Readonly<Record<Calibration['kind'], Tone>> = {
  untested: 'calm',
  few: 'calm',
  overconfident: 'watch',
  underconfident: 'watch',
  calibrated: 'good',
}

/** How well one's own ranges hold the truth, and ten more questions to train on. */
export function Screen() {
  const { t } = useTranslation()
  const calibration = useSuspenseQuery(calibrationQuery(useOrganizationApi())).data
  const may = useMay('calibration:own')
  const start = useStartRound()
  const begin = (
    <ActionButton refusals={may} loading={start.isPending} onClick={() => void start.send({ body: {} })}>
      {calibration.openRoundId ? t('Go on with the open round') : t('Answer {{n}} questions', { n: roundLength })}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="calibration"
        title={t('Calibration')}
        sentence={<StatusSentence tone={tones[calibration.kind]}>{calibration.sentence}</StatusSentence>}
        next={begin}
      />
      <ProblemPanel problem={start.problem} />
      <Stack gap="lg">
        <Panel
          title={t('Your ranges')}
          hint={t('Only you see your answers. The dashed line is what 90 % ranges promise: nine in ten.')}
        >
          {calibration.answered === 0 ? (
            <EmptyState noun="calibration" title={t('Are your 90 % ranges 90 % ranges?')} action={begin}>
              {t(
                'Almost everybody’s are too narrow until they train. Ten questions take five minutes, and you learn the truth after each.',
              )}
            </EmptyState>
          ) : (
            <OwnFigures calibration={calibration} />
          )}
        </Panel>
        {calibration.rounds.length > 0 && (
          <Panel title={t('Rounds')}>
            <ul className={classes.rounds}>
              {calibration.rounds.map(({ id, startedAt, answered, hits, meanScore, finishedAt }) => (
                <li key={id}>
                  <PageLink to={paths.calibrationRound} params={{ calibrationRoundId: id }}>
                    <When at={startedAt} show="day" />
                  </PageLink>
                  {answered > 0 ? <HitRate hits={hits} answered={answered} /> : <span>{t('not begun')}</span>}
                  <span className={classes.quiet}>
                    {finishedAt === null
                      ? t('open: {{answered}} answered', { answered })
                      : t('score {{score}}', { score: meanScore?.toFixed(1) })}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Others />
      </Stack>
    </>
  )
}

function OwnFigures({ calibration }: { readonly calibration: Calibration }) {
  const { t } = useTranslation()
  const { hits, answered, hitRate, wideningFactor, meanScore, weight } = calibration
  return (
    <Facts
      facts={{
        [t('Held the truth')]: <HitRate hits={hits} answered={answered} />,
        [t('Your true rate')]:
          hitRate &&
          t('between {{low}} % and {{high}} %, as far as so few answers can tell', {
            low: Math.round(hitRate.low * 100),
            high: Math.round(hitRate.high * 100),
          }),
        [t('To hold 9 in 10')]:
          wideningFactor !== null &&
          (wideningFactor > 1
            ? t('your ranges would have had to be {{factor}} times as wide', { factor: wideningFactor.toFixed(1) })
            : t('your ranges were wide enough; {{factor}} of their width would have done', {
                factor: wideningFactor.toFixed(1),
              })),
        [t('Interval score')]:
          meanScore !== null &&
          t(
            '{{score}} on average: the width of your ranges, with 20 times the distance added where they miss. Lower is better.',
            {
              score: meanScore.toFixed(1),
            },
          ),
        [t('Weight in a pool')]: weight.toFixed(2),
      }}
    />
  )
}

/** How everybody does, for those who lead estimates: two counts, no answers. */
function Others() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const people = useQuery(calibrationsQuery(api)).data
  if (people === undefined) return null
  return (
    <Panel title={t('Everybody')} hint={t('Counts alone: nobody’s questions or answers.')}>
      {people.items.length === 0 ? (
        <p className={classes.quiet}>{t('Nobody has answered a question yet.')}</p>
      ) : (
        <ul className={classes.rounds}>
          {people.items.map(({ userId, name, hits, answered, lastAnsweredAt }) => (
            <li key={userId}>
              <span>{name}</span>
              <HitRate hits={hits} answered={answered} />
              <span className={classes.quiet}>
                <When at={lastAnsweredAt} show="day" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
