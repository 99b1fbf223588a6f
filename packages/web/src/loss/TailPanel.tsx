import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { MiniBar } from '../ui/chart/MiniBar.tsx'
import { Money } from '../ui/Money.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useDeskView } from './use-loss-desk.ts'

const shown = 8

/** What the worst year in twenty is made of. */
export function TailPanel({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const { t } = useTranslation()
  const drivers = useDeskView((view) => view.drivers)
  if (drivers === null || drivers.shares.length === 0) return null
  const { currency } = snapshot
  const risks = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  const most = drivers.shares[0]?.minor ?? 0
  const total = drivers.shares.reduce((sum, one) => sum + one.minor, 0)
  return (
    <Panel
      title={t('What the worst year in twenty is made of')}
      hint={
        <>
          {t('As proven, such years cost on average')} <Money minor={total} currency={currency} />.
        </>
      }
    >
      <ObjectRows
        rows={drivers.shares.slice(0, shown).flatMap(({ riskId, minor, share }) => {
          const risk = risks.get(riskId)
          if (risk === undefined) return []
          return [
            {
              id: riskId,
              reference: riskRef(risk.number),
              title: (
                <PageLink to={paths.risk} params={{ number: risk.number }} inherit>
                  {risk.title}
                </PageLink>
              ),
              detail: (
                <MiniBar
                  label={t('{{percent}} % of it', { percent: Math.round(share * 100) })}
                  value={minor}
                  max={most}
                >
                  <span>
                    <Money minor={minor} currency={currency} /> <small>{Math.round(share * 100)} %</small>
                  </span>
                </MiniBar>
              ),
            },
          ]
        })}
      />
    </Panel>
  )
}
