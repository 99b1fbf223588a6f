import { Group, Stack } from '@mantine/core'
import { acceptRateUpdate, dismissRateUpdate, type RateUpdate } from '@sinew/contract/back-test/back-test-contract.ts'
import type { RateProposal } from '@sinew/contract/back-test/back-test-fields.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { rateUpdateRefusals } from '@sinew/core/back-test/rate-update-rules.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { useRiskWrite } from '../risk/use-risk-write.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Delta } from '../ui/Delta.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { Money } from '../ui/Money.tsx'
import { isOffered } from '../ui/offered.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import classes from './back-test.module.css'
import { DensityChart } from './DensityChart.tsx'
import { spanWords } from './surprise-words.ts'

type Props = { readonly risk: RiskDetail; readonly proposal: RateProposal; readonly dismissed: RateUpdate | undefined }

/** What happened says another frequency: both beliefs, what it would change, and the decision. */
export function RateProposalPanel({ risk, proposal, dismissed }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { events, years, keptShare, reading } = proposal
  const time = years * keptShare
  const seenWords = t('{{count}} events in {{span}}', { count: events, span: spanWords(t, years) })
  return (
    <section className={classes.proposal} aria-label={t('Proposed update of the estimate')}>
      <h3 className={classes.heading}>{t('Proposed update of the estimate')}</h3>
      <p>
        <StatusSentence tone={dismissed !== undefined ? 'calm' : proposal.isWorse ? 'bad' : 'calm'}>
          {proposal.isWorse
            ? t('It happened more often than estimated: {{seen}}.', { seen: seenWords })
            : t('It happened more rarely than estimated: {{seen}}.', { seen: seenWords })}
        </StatusSentence>
      </p>
      <DensityChart
        label={t('Events a year without controls, before and after')}
        before={proposal.before}
        after={proposal.after}
        seen={time > 0 ? events / time : null}
      />
      <dl className={classes.effects}>
        <Effect name={t('Events a year without controls')}>
          <Delta before={proposal.meanBefore} after={proposal.meanAfter} render={shortNumber} better="lower" />
        </Effect>
        <Effect name={t('Expected yearly loss, as proven')}>
          <Delta
            before={proposal.provenMinor.before}
            after={proposal.provenMinor.after}
            render={(minor) => <Money minor={Math.round(minor)} currency={currency} />}
            better="lower"
          />
        </Effect>
      </dl>
      <p className={classes.small}>
        {keptShare < 1 &&
          t(
            'The controls of this risk, as claimed, let {{share}} % of events through, so each year counts for that share.',
            {
              share: shortNumber(100 * keptShare),
            },
          )}{' '}
        {reading === 'recorded' &&
          t(
            'Nobody vouches for all of this time: the events are held against the least time that they allow. Vouch for a longer period if nothing more happened in it.',
          )}
      </p>
      {dismissed !== undefined ? (
        <p className={classes.small}>
          {t('{{name}} decided against it', { name: dismissed.decidedByName })},{' '}
          <When at={dismissed.decidedAt} show="day" />: “{dismissed.reason}”
        </p>
      ) : null}
      <Decision risk={risk} proposal={proposal} isDismissed={dismissed !== undefined} />
    </section>
  )
}

function Effect({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type DecisionProps = { readonly risk: RiskDetail; readonly proposal: RateProposal; readonly isDismissed: boolean }

function Decision({ risk, proposal, isDismissed }: DecisionProps) {
  const { t } = useTranslation()
  const refusals = useDecisionRefusals(risk, proposal)
  const accept = useRiskWrite(acceptRateUpdate)
  const dismiss = useOrganizationWrite(dismissRateUpdate)
  const params = { riskId: risk.id }
  const { key } = proposal
  if (!isOffered(refusals)) return null
  return (
    <Stack gap={8}>
      <ProblemPanel problem={accept.problem} />
      <Group gap={8} align="flex-start">
        <ActionButton
          refusals={refusals}
          loading={accept.isPending}
          onClick={() => void accept.send({ params, version: risk.version, body: { key } })}
        >
          {t('Accept as the new estimate')}
        </ActionButton>
        {!isDismissed && (
          <ReasonedStep
            variant="default"
            label={t('Decide against it')}
            question={t('Why does the estimate stand all the same?')}
            refusals={refusals}
            isPending={dismiss.isPending}
            problem={dismiss.problem}
            onSend={(reason) => void dismiss.send({ params, body: { key, reason } })}
          />
        )}
      </Group>
    </Stack>
  )
}

/** The rule of the server, with what the page knows of who is looking. */
function useDecisionRefusals(risk: RiskDetail, proposal: RateProposal) {
  const may = useMay('risk:write')
  const { role } = useOrganization()
  const session = useSuspenseQuery(sessionQuery).data
  if (may.length > 0) return may
  const isOwner = risk.ownerUserId !== null && risk.ownerUserId === session.user?.id
  return rateUpdateRefusals({
    risk,
    proposal,
    actor: { role, personId: isOwner ? risk.ownerId : null, isActive: risk.ownerActive },
    seenKey: proposal.key,
  })
}
