import type { SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { useSavedOutcome, type WhatIfPage } from './use-what-if-pricer.ts'

// A figure is said to have changed from a share of it on; below, it is the engine's own error.
const noticed = 0.001

/** What the what-if said when it was saved, and what the same changes come to now. */
export function SinceSaved({ saved, page }: { readonly saved: SavedWhatIf; readonly page: WhatIfPage }) {
  const { t } = useTranslation()
  const { figures } = saved
  const now = useSavedOutcome(page, saved.content as WhatIf)
  if (now === undefined) return null
  const rows = [
    [t('Today, on average'), figures.today.meanMinor, now.today.figures.meanMinor],
    [t('What if, on average'), figures.changed.meanMinor, now.changed.figures.meanMinor],
    [t('What if, 1 year in 20 more than'), figures.changed.oneInTwentyMinor, now.changed.figures.oneInTwentyMinor],
    [t('Costs more a year'), figures.costMinor, now.cost.totalMinor],
  ] as const
  const changed = rows.filter(([, then, today]) => Math.abs(today - then) > noticed * Math.max(1, Math.abs(then)))
  return (
    <Panel
      title={
        changed.length === 0 ? t('Nothing has changed since it was saved') : t('What has changed since it was saved')
      }
      hint={
        <>
          {saved.authorName}, <When at={figures.at} show="both" />
          {saved.note && ` · ${saved.note}`}
        </>
      }
    >
      {changed.length === 0 ? (
        t('The figures below are those of then.')
      ) : (
        <Facts
          facts={Object.fromEntries(
            changed.map(([name, then, today]) => [
              name,
              <Delta
                key={name}
                before={then}
                after={Math.round(today)}
                better="lower"
                render={(minor) => <Money minor={minor} currency={page.snapshot.currency} />}
              />,
            ]),
          )}
        />
      )}
    </Panel>
  )
}
