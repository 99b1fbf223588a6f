import { SimpleGrid } from '@mantine/core'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { WhyNumber } from '../chain/WhyNumber.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { LevelChip } from './LevelChip.tsx'
import type { PricedStates } from './price-draft.ts'
import classes from './risk.module.css'

type Props = {
  readonly risk: RiskDetail
  readonly saved: PricedStates | null
  readonly tried: PricedStates | null
  readonly isTrying: boolean
}

/** Inherent, claimed, proven, target: the expected loss of a year in each state, and why. */
export function FourStates({ risk, saved, tried, isTrying }: Props) {
  const { t } = useTranslation()
  const most = Math.max(1, (isTrying ? tried : saved)?.inherent.expectedMinor ?? 1)
  const words: Readonly<Record<LossState, readonly [string, string]>> = {
    inherent: [t('Inherent'), t('Without any control')],
    claimed: [t('Claimed'), t('If the controls work as stated')],
    proven: [t('Proven'), t('As far as evidence shows')],
    target: [t('Target'), t('After the planned treatment')],
  }
  return (
    <section aria-label={t('Expected loss of a year')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {lossStates.map((state) => (
          <State
            key={state}
            state={state}
            risk={risk}
            words={words[state]}
            saved={saved}
            tried={tried}
            isTrying={isTrying}
            most={most}
          />
        ))}
      </SimpleGrid>
    </section>
  )
}

type StateProps = Props & {
  readonly state: LossState
  readonly words: readonly [string, string]
  readonly most: number
}

function State({ state, risk, words: [name, meaning], saved, tried, isTrying, most }: StateProps) {
  const { currency } = useOrganization()
  const shown = (isTrying ? tried : saved)?.[state]
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  return (
    <div className={classes.state} data-state={state}>
      <span className={classes.stateName}>{name}</span>
      <span className={classes.stateValue}>
        {isTrying ? (
          <Delta
            before={saved?.[state].expectedMinor ?? null}
            after={shown?.expectedMinor ?? null}
            better="lower"
            render={money}
          />
        ) : (
          <WhyNumber entity="risk" entityId={risk.id} quantity={`${state}Loss`}>
            <Money minor={shown?.expectedMinor} currency={currency} />
          </WhyNumber>
        )}
      </span>
      <span className={classes.stateBar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, ((shown?.expectedMinor ?? 0) / most) * 100)}%` }} />
      </span>
      <span className={classes.stateFoot}>
        <span>{meaning}</span>
        <LevelChip level={shown?.level} isClaimed={state === 'claimed' || state === 'target'} />
      </span>
    </div>
  )
}
