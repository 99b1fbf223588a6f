import { Stack } from '@mantine/core'
import type { getRiskBackTest, RateUpdate } from '@sinew/contract/back-test/back-test-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { listOccurrences } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { occurrenceRef } from '@sinew/core/explanation/people-ref.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { occurrencesOfRiskQuery } from '../occurrence/occurrence-queries.ts'
import { kindWords } from '../occurrence/occurrence-words.ts'
import { VouchButton, WatchRows } from '../occurrence/WatchPanel.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './back-test.module.css'
import { riskBackTestQuery } from './back-test-queries.ts'
import { ForecastRows } from './ForecastRows.tsx'
import { RateProposalPanel } from './RateProposalPanel.tsx'
import { spanWords } from './surprise-words.ts'

const AddOccurrence = later(async () => (await import('../occurrence/AddOccurrence.tsx')).AddOccurrence)

type RiskTest = OutputOf<typeof getRiskBackTest>

/** What happened on a risk, against what was forecast, and the update of the estimate that follows. */
export function RiskOccurrencesPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const may = useMay('occurrence:write')
  const [isAdding, add] = useState(false)
  const occurrences = useQuery(occurrencesOfRiskQuery(api, risk.id)).data
  const test = useQuery(riskBackTestQuery(api, risk.id)).data
  const button = (
    <ActionButton
      size="xs"
      variant="default"
      refusals={may}
      leftSection={<IconPlus size={14} />}
      onClick={() => add(true)}
    >
      {t('Record what happened')}
    </ActionButton>
  )
  const dismissed = test?.updates.find(
    ({ decision, pinned }) => decision === 'dismissed' && pinned.key === test.proposal?.key,
  )
  if (!api.mayAsk(listOccurrences)) return null
  return (
    <Panel
      title={t('What happened')}
      standing={occurrences?.total || undefined}
      hint={t('Events and near misses, held against the forecast.')}
      actions={occurrences && occurrences.total > 0 ? button : undefined}
    >
      {occurrences?.total === 0 && (
        <EmptyState noun="occurrence" title={t('Nothing recorded yet')} action={button}>
          {t('Record what happened and what nearly did. A quiet time counts once somebody vouches that it was quiet.')}
        </EmptyState>
      )}
      <Stack gap="md">
        {occurrences && <Rows occurrences={occurrences} riskId={risk.id} />}
        {test && (
          <section>
            <h3 className={classes.heading}>{t('Recorded completely')}</h3>
            <WatchRows watches={test.watches} riskId={risk.id} />
            <VouchButton riskId={risk.id} />
          </section>
        )}
        {test?.claimed && test.proven && (
          <section>
            <h3 className={classes.heading}>{t('Forecast and seen')}</h3>
            <ForecastRows
              label={t('Events forecast and seen')}
              rows={[
                {
                  key: risk.id,
                  name: t('{{span}} watched', { span: spanWords(t, test.watchedYears) }),
                  claimed: test.claimed,
                  proven: test.proven,
                },
              ]}
            />
            <Notes test={test} />
          </section>
        )}
      </Stack>
      {test?.proposal && <RateProposalPanel risk={risk} proposal={test.proposal} dismissed={dismissed} />}
      {test && <Updates updates={test.updates.filter(({ decision }) => decision === 'accepted')} />}
      {isAdding && <AddOccurrence riskId={risk.id} onClose={() => add(false)} />}
    </Panel>
  )
}

type RowsProps = {
  readonly occurrences: { readonly items: readonly Occurrence[]; readonly total: number }
  readonly riskId: string
}

function Rows({ occurrences: { items, total }, riskId }: RowsProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  return (
    <div>
      <ObjectRows
        rows={items.map((one) => ({
          id: one.id,
          reference: occurrenceRef(one.number),
          title: (
            <>
              <PageLink to={paths.occurrence} params={{ number: one.number }}>
                {one.title}
              </PageLink>{' '}
              {one.kind === 'near_miss' && <Chip look="quiet">{t(kindWords[one.kind])}</Chip>}
            </>
          ),
          note: <When at={one.occurredAt} show="day" />,
          detail:
            one.kind === 'near_miss' ? null : one.lossMinor === null ? (
              t('not known')
            ) : (
              <Money minor={one.lossMinor} currency={currency} />
            ),
        }))}
      />
      {total > items.length && (
        <PageLink to={paths.occurrences} search={{ riskId }}>
          {t('All {{count}} occurrences', { count: total })}
        </PageLink>
      )}
    </div>
  )
}

/** What the comparison leaves out, or takes in though it was no forecast. */
function Notes({ test }: { readonly test: RiskTest }) {
  const { t } = useTranslation()
  const { hindcastYears, eventsOutside, losses } = test
  const missed = losses.filter(({ isHit }) => !isHit).length
  return (
    <p className={classes.small}>
      {hindcastYears > 0.01 &&
        t('{{span}} of it were before the first estimate, which is held against them all the same.', {
          span: spanWords(t, hindcastYears),
        })}{' '}
      {eventsOutside > 0 &&
        t('{{count}} further events are of times that nobody vouches for.', { count: eventsOutside })}{' '}
      {losses.length > 0 &&
        t('Of {{count}} losses forecast before they happened, {{missed}} fell outside of the 90 % interval.', {
          count: losses.length,
          missed,
        })}
    </p>
  )
}

function Updates({ updates }: { readonly updates: readonly RateUpdate[] }) {
  const { t } = useTranslation()
  if (updates.length === 0) return null
  return (
    <section className={classes.proposal}>
      <h3 className={classes.heading}>{t('Accepted updates')}</h3>
      <ObjectRows
        rows={updates.map(({ id, decidedAt, decidedByName, pinned }) => ({
          id,
          title: t('{{before}} → {{after}} events a year without controls', {
            before: shortNumber(pinned.meanBefore),
            after: shortNumber(pinned.meanAfter),
          }),
          note: (
            <>
              {decidedByName}, <When at={decidedAt} show="day" />:{' '}
              {t('{{count}} events in {{span}}', { count: pinned.events, span: spanWords(t, pinned.years) })}
            </>
          ),
        }))}
      />
    </section>
  )
}
