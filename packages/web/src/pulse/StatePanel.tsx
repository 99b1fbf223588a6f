import type { Pulse, PulsePortfolio } from '@sinew/contract/pulse/pulse-contract.ts'
import type { RiskLevel } from '@sinew/core/chain/chain-snapshot.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import classes from './pulse.module.css'

type Props = { readonly portfolio: PulsePortfolio; readonly soa: Pulse['soa'] }

/** The Statement of Applicability and the risks, small. */
export function StatePanel({ portfolio, soa }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('State')}>
      <SoaState controls={portfolio.controls} soa={soa} />
      <h3 className={classes.stateTitle}>
        <PageLink to={paths.risks} inherit>
          {t('{{count}} open risks', { count: portfolio.countedRisks })}
        </PageLink>
      </h3>
      <RiskLevels risks={portfolio.risks} />
      {portfolio.unestimatedRisks > 0 && (
        <p className={classes.note}>
          {t('{{count}} risks have no estimate and add nothing to the sums.', { count: portfolio.unestimatedRisks })}
        </p>
      )}
    </Panel>
  )
}

function SoaState({ controls, soa }: { readonly controls: PulsePortfolio['controls']; readonly soa: Pulse['soa'] }) {
  const { t } = useTranslation()
  const { proven, stale, failing, unproven, excluded } = controls
  return (
    <>
      <h3 className={classes.stateTitle}>
        <PageLink to={paths.soa} inherit>
          {t('Statement of Applicability')}
        </PageLink>
      </h3>
      <ProvenBar
        label={t('Applicable controls')}
        parts={{ proven, stale, failing, unknown: unproven }}
        format={String}
        size="lg"
      />
      <div className={classes.chips}>
        <ProofChip kind="proven" text={`${t('Proven')} ${proven}`} />
        <ProofChip kind="stale" text={`${t('Stale')} ${stale}`} />
        <ProofChip kind="failing" text={`${t('Failing')} ${failing}`} />
        <ProofChip kind="unproven" text={`${t('Unproven')} ${unproven}`} />
        <ProofChip kind="excluded" text={`${t('Excluded')} ${excluded}`} />
      </div>
      <p className={classes.note}>
        <SoaVersion soa={soa} />
      </p>
    </>
  )
}

function SoaVersion({ soa }: { readonly soa: Pulse['soa'] }) {
  const { t } = useTranslation()
  if (soa.approvedVersion === null) return t('No version is approved yet.')
  const { decision, status } = soa.changed
  if (decision + status === 0) return t('Unchanged since version {{version}}.', { version: soa.approvedVersion })
  return (
    <>
      {t('Since version {{version}}:', { version: soa.approvedVersion })}{' '}
      {[
        decision > 0 && t('{{count}} decisions changed', { count: decision }),
        status > 0 && t('{{count}} states changed', { count: status }),
      ]
        .filter(Boolean)
        .join(', ')}
      .
    </>
  )
}

const levelWords: Readonly<Record<RiskLevel, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}

/** Per level two bars: hollow as claimed, solid as proven. */
function RiskLevels({ risks }: { readonly risks: PulsePortfolio['risks'] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...riskLevels.flatMap((level) => [risks.claimed[level], risks.proven[level]]))
  return (
    <ul className={classes.levels}>
      {riskLevels.toReversed().map((level) => (
        <li key={level} className={classes.level}>
          <span>{t(levelWords[level])}</span>
          <span className={classes.levelBars} aria-hidden="true">
            <span className={classes.claimedBar} style={{ width: `${(risks.claimed[level] / most) * 100}%` }} />
            <span className={classes.provenBar} style={{ width: `${(risks.proven[level] / most) * 100}%` }} />
          </span>
          <span className={classes.levelCount}>
            {t('{{proven}} proven, {{claimed}} claimed', {
              proven: risks.proven[level],
              claimed: risks.claimed[level],
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
