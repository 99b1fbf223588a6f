import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { AcceptanceRight } from '@sinew/core/chain/chain-snapshot.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { PricedStates } from '../risk/price-draft.ts'
import { Panel } from '../ui/Panel.tsx'
import { AcceptanceRecord } from './AcceptanceRecord.tsx'
import { AcceptForm } from './AcceptForm.tsx'
import classes from './acceptance.module.css'

type Props = {
  readonly risk: RiskDetail
  readonly states: PricedStates | null
  readonly methodology: MethodologyContent
}

/** What remains is taken by its owner, until a date: who may, why not you, what was accepted before and why it ended. */
export function AcceptancePanel({ risk, states, methodology }: Props) {
  const { t } = useTranslation()
  const [newest, ...earlier] = risk.acceptances
  const standings = { valid: t('valid'), reopened: t('reopened'), withdrawn: t('taken back'), renewed: t('renewed') }
  return (
    <div id="acceptance">
      <Panel
        title={t('Acceptance')}
        standing={newest && standings[newest.status]}
        hint={<WhoMayAccept risk={risk} states={states} methodology={methodology} />}
      >
        {newest && <AcceptanceRecord acceptance={newest} isNewest />}
        {risk.status !== 'closed' && <AcceptForm risk={risk} states={states} methodology={methodology} />}
        {earlier.length > 0 && (
          <details className={classes.earlier}>
            <summary>{t('{{count}} earlier acceptances', { count: earlier.length })}</summary>
            {earlier.map((acceptance) => (
              <AcceptanceRecord key={acceptance.id} acceptance={acceptance} />
            ))}
          </details>
        )}
      </Panel>
    </div>
  )
}

/** The methodology's answer for this level, in a sentence. */
function WhoMayAccept({ risk, states, methodology }: Props) {
  const { t } = useTranslation()
  const level = states?.proven.level
  if (level === undefined) return t('Once the risk is estimated, the methodology says who may accept it.')
  const right = methodology.acceptanceRights.find((candidate) => candidate.level === level)
  const owner = risk.ownerName ?? t('its owner, who is not named yet')
  const who: Readonly<Record<AcceptanceRight['mayAccept'], string>> = {
    owner: t('{{owner}} may accept it', { owner }),
    manager: t('{{owner}} may accept it as an ISMS manager', { owner }),
    top: t('{{owner}} may accept it as top management', { owner }),
    never: t('nobody may accept it: treat it further'),
  }
  const mayAccept = right?.mayAccept ?? 'never'
  const until = mayAccept === 'never' ? '' : t(', for {{count}} months at most', { count: right?.maxMonths ?? 0 })
  return `${t('Level {{level}}:', { level: t(level) })} ${who[mayAccept]}${until}.`
}
