import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import classes from './loss.module.css'
import { levelOf } from './sample-year.ts'
import type { TailSwing } from './tail-drivers.ts'
import { useDeskView } from './use-loss-desk.ts'

/** A tornado: how far one year in ten would move if one thing were at either of its ends. */
export function SwingPanel({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const { t } = useTranslation()
  const drivers = useDeskView((view) => view.drivers)
  const today = useDeskView((view) => view.today)
  if (drivers === null || drivers === undefined || drivers.swings.length === 0 || today === null) return null
  const swings = drivers.swings.map(({ low, high, ...one }) => {
    return { ...one, lowMinor: Math.min(low, high), highMinor: Math.max(low, high) }
  })
  const nowMinor = levelOf(today.proven, 10).exceededMinor
  const from = Math.min(nowMinor, ...swings.map((one) => one.lowMinor))
  const to = Math.max(nowMinor, ...swings.map((one) => one.highMinor))
  const at = (minor: number) => `${((minor - from) / Math.max(1, to - from)) * 100}%`
  return (
    <Panel
      title={t('What would move it most')}
      hint={t(
        'What 1 year in 10 exceeds, {{now}} today: a control from nothing proven to all of it, a risk from as seldom to as often as estimated.',
        {
          now: formatMoneyShort(nowMinor, snapshot.currency),
        },
      )}
    >
      <ol className={classes.swings}>
        {swings.map((swing) => (
          <li key={swing.id} className={classes.swing}>
            <SwingName swing={swing} snapshot={snapshot} />
            <span className={classes.swingEnds}>
              {formatMoneyShort(swing.lowMinor, snapshot.currency)} –{' '}
              {formatMoneyShort(swing.highMinor, snapshot.currency)}
            </span>
            <span className={classes.swingTrack} aria-hidden="true">
              <span
                className={classes.swingPart}
                data-side="lower"
                style={{ left: at(Math.min(nowMinor, swing.lowMinor)), right: `calc(100% - ${at(nowMinor)})` }}
              />
              <span
                className={classes.swingPart}
                data-side="higher"
                style={{ left: at(nowMinor), right: `calc(100% - ${at(Math.max(nowMinor, swing.highMinor))})` }}
              />
              <span className={classes.swingNow} style={{ left: at(nowMinor) }} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function SwingName({
  swing,
  snapshot,
}: {
  readonly swing: Pick<TailSwing, 'kind' | 'id'>
  readonly snapshot: ChainSnapshot
}) {
  const { t } = useTranslation()
  if (swing.kind === 'control') {
    const control = snapshot.controls.find(({ id }) => id === swing.id)
    if (control === undefined) return null
    return (
      <span className={classes.swingName}>
        <PageLink to={paths.control} params={{ controlRef: control.ref }} inherit>
          {control.ref}
        </PageLink>{' '}
        {control.title}
      </span>
    )
  }
  const risk = snapshot.risks.find(({ id }) => id === swing.id)
  if (risk === undefined) return null
  return (
    <span className={classes.swingName}>
      <PageLink to={paths.risk} params={{ number: risk.number }} inherit>
        {riskRef(risk.number)}
      </PageLink>{' '}
      {risk.title} <small>{t('how often')}</small>
    </span>
  )
}
