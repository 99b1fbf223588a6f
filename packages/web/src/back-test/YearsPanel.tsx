import type { BackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import { useTranslation } from 'react-i18next'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './back-test.module.css'

/** What the last years cost in all, the newest first. */
export function YearsPanel({ test: { years, currency } }: { readonly test: BackTest }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('What a year costs')}>
      <div className={classes.figures}>
        {years.slice(0, 4).map((year) => (
          <div key={year.from}>
            <span>
              <When at={year.from} show="day" /> – <When at={year.until} show="day" />
            </span>
            <strong>
              <Money minor={year.lossMinor} currency={currency} />
            </strong>
            <small>
              {t('{{count}} events', { count: year.events })}
              {year.unknownLosses > 0 && `, ${t('{{unknown}} of unknown cost', { unknown: year.unknownLosses })}`}
              {year.watchedShare < 0.99 && `, ${t('at least: not all of it is vouched for')}`}
            </small>
          </div>
        ))}
      </div>
    </Panel>
  )
}
