import { lossStates } from '@sinew/core/loss/loss-state.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { LevelChip } from './LevelChip.tsx'
import type { PricedStates } from './price-draft.ts'
import classes from './risk.module.css'

/** What the typed figures lead to, at once: the same code as at the server, running in the page. */
export function LivePrice({
  saved,
  tried,
}: {
  readonly saved: PricedStates | null
  readonly tried: PricedStates | null
}) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  if (tried === null)
    return <p className={classes.quiet}>{t('With both ranges typed, the price of the risk appears here.')}</p>
  const names = { inherent: t('Inherent'), claimed: t('Claimed'), proven: t('Proven'), target: t('Target') }
  return (
    <dl className={classes.live} aria-live="polite">
      {lossStates.map((state) => (
        <div key={state}>
          <dt>{names[state]}</dt>
          <dd>
            <Delta
              before={saved?.[state].expectedMinor ?? null}
              after={tried[state].expectedMinor}
              better="lower"
              render={(minor) => <Money minor={minor} currency={currency} />}
            />
          </dd>
          <dd>
            <LevelChip level={tried[state].level} isClaimed={state === 'claimed' || state === 'target'} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
