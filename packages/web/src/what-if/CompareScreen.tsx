import { Select } from '@mantine/core'
import type { SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import { whatIfRef } from '@sinew/core/explanation/people-ref.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { lossDomain } from '../ui/chart/loss-curve-scale.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Money } from '../ui/Money.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import type { Outcome, WorldYear } from './outcome.ts'
import { Pricing } from './Pricing.tsx'
import { useSavedOutcome, useWhatIfPricer, type WhatIfPage } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'
import { whatIfsQuery } from './what-if-queries.ts'

const LossCurve = later(async () => (await import('../ui/chart/LossCurve.tsx')).LossCurve)
const route = getRouteApi('/o/$slug/what-if/compare')

/** Two saved what-ifs side by side, both priced now. */
export function Screen() {
  const { t } = useTranslation()
  const { left, right } = route.useSearch()
  const navigate = route.useNavigate()
  const page = useWhatIfPricer()
  const { items } = useSuspenseQuery(whatIfsQuery(useOrganizationApi())).data
  const one = items.find(({ number }) => number === left) ?? items[1]
  const other = items.find(({ number }) => number === right) ?? items[0]
  const choose = (side: 'left' | 'right', label: string, chosen: SavedWhatIf) => (
    <Select
      label={label}
      allowDeselect={false}
      data={items.map(({ number, name }) => ({ value: String(number), label: `${whatIfRef(number)} ${name}` }))}
      value={String(chosen.number)}
      onChange={(number) => void navigate({ search: (old) => ({ ...old, [side]: Number(number) }), replace: true })}
    />
  )
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="what-if" to={paths.whatIf}>
            {t('What if')}
          </PageLink>,
        ]}
        noun="whatIf"
        title={t('Two what-ifs side by side')}
        sentence={t('Both priced as of now, beside today.')}
      />
      {one === undefined || other === undefined ? (
        <EmptyState noun="whatIf" title={t('There are not two of them yet')}>
          {t('Save two what-ifs, then compare them here.')}
        </EmptyState>
      ) : (
        <>
          <div className={classes.choose}>
            {choose('left', t('On the left'), one)}
            {choose('right', t('On the right'), other)}
          </div>
          <Compared page={page} whatIfs={[one, other]} />
        </>
      )}
    </>
  )
}

function Compared({
  page,
  whatIfs,
}: {
  readonly page: WhatIfPage
  readonly whatIfs: readonly [SavedWhatIf, SavedWhatIf]
}) {
  const { t } = useTranslation()
  const { currency, methodology } = page.snapshot
  const [a, b] = whatIfs
  const left = useSavedOutcome(page, a.content as WhatIf)
  const right = useSavedOutcome(page, b.content as WhatIf)
  if (left === undefined || right === undefined) return <Pricing page={page} />
  const priced: readonly Row[] = [
    { side: 'left', whatIf: a, ...left },
    { side: 'right', whatIf: b, ...right },
  ]
  const before = left.today.points
  const domain = lossDomain([left.changed.points, right.changed.points, before], methodology.appetite.points)
  return (
    <>
      <Panel title={t('Figures')}>
        <div className={classes.scroll}>
          <FiguresTable page={page} priced={priced} />
        </div>
      </Panel>
      <div className={classes.compared} style={{ marginTop: 16 }}>
        {priced.map(({ side, whatIf, changed }) => {
          return (
            <Panel key={side} title={`${whatIfRef(whatIf.number)} ${whatIf.name}`} hint={whatIf.note}>
              <LossCurve
                label={t('How likely a year costs more than an amount: {{name}}', { name: whatIf.name })}
                currency={currency}
                curves={[{ state: 'proven', name: t('what if'), ...changed.points }]}
                before={before}
                appetite={methodology.appetite.points}
                domain={domain}
                height={260}
              />
            </Panel>
          )
        })}
      </div>
    </>
  )
}

type Row = Outcome & { readonly side: string; readonly whatIf: SavedWhatIf }

function FiguresTable({ page: { snapshot }, priced }: { readonly page: WhatIfPage; readonly priced: readonly Row[] }) {
  const { t } = useTranslation()
  const [first] = priced
  if (first === undefined) return null
  const today = first.today.figures
  const rows = [
    [t('On average'), today.meanMinor, (row: Row) => row.changed.figures.meanMinor],
    [t('1 year in 10 more than'), today.oneInTenMinor, (row: Row) => row.changed.figures.oneInTenMinor],
    [t('1 year in 20 more than'), today.oneInTwentyMinor, (row: Row) => row.changed.figures.oneInTwentyMinor],
    [t('1 year in 100 more than'), today.oneInHundredMinor, (row: Row) => row.changed.figures.oneInHundredMinor],
    [t('Costs more a year'), 0, (row: Row) => row.cost.totalMinor],
    [t('Net benefit a year'), 0, (row: Row) => row.netBenefitMinor],
  ] as const
  const verdict = (year: WorldYear) => (year.verdict.within ? t('within') : t('beyond'))
  const money = (minor: number) => <Money minor={Math.round(minor)} currency={snapshot.currency} />
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('A year')}</th>
          <th scope="col">{t('Today')}</th>
          {priced.map(({ side, whatIf }) => (
            <th key={side} scope="col">
              {whatIfRef(whatIf.number)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, now, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{money(now)}</td>
            {priced.map((row) => (
              <td key={row.side}>{money(of(row))}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('Appetite')}</th>
          <td>{verdict(first.today)}</td>
          {priced.map((row) => (
            <td key={row.side}>{verdict(row.changed)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
