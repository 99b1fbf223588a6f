import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { ControlWorth } from '@sinew/contract/control/control-worth-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { percentText } from './AssuranceBar.tsx'
import { returnText, shareText } from './ControlColumns.tsx'
import classes from './control.module.css'
import { controlWorthQuery } from './control-queries.ts'

/** What the control brings a year, in the mean and in a bad year, and whether that is more than it costs. */
export function WorthPanel({ control, onEdit }: { readonly control: Control; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const may = useMay('control:write')
  const { data } = useQuery(controlWorthQuery(useOrganizationApi(), control.id))
  if (control.risks.length === 0) return null
  const rows =
    data &&
    ([
      [t('May we stop it? A year without it costs more by'), data.without.proven],
      [t('The same, if it worked as claimed'), data.without.claimed],
      [t('What would proving it bring? It takes off'), data.next],
    ] as const)
  return (
    <Panel
      title={t('What it is worth')}
      hint={t('A year, all other controls as they are.')}
      actions={
        <ActionButton size="xs" variant="default" refusals={may} onClick={onEdit}>
          {control.annualCostMinor === null ? t('Say what it costs') : t('Change the cost')}
        </ActionButton>
      }
    >
      {rows && (
        <>
          <div className={classes.scroll}>
            <table className={classes.worth}>
              <thead>
                <tr>
                  <th scope="col">{t('A year')}</th>
                  <th scope="col">{t('On average')}</th>
                  <th scope="col">{t('1 in 20')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, { meanMinor, tailMinor }]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>
                      <Money minor={meanMinor} currency={currency} />
                    </td>
                    <td>
                      <Money minor={tailMinor} currency={currency} />
                    </td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('Who earned it? Its fair share of what all controls take off')}</th>
                  <td>
                    <Money minor={data.share.meanMinor} currency={currency} />
                  </td>
                  <td>{data.share.ofMinor > 0 && percentText(data.share.meanMinor / data.share.ofMinor)}</td>
                </tr>
              </tbody>
            </table>
          </div>
          <p className={classes.verdict}>
            <Verdict worth={data} currency={currency} />
          </p>
        </>
      )}
    </Panel>
  )
}

type VerdictProps = { readonly worth: ControlWorth; readonly currency: string }

/** Cost against worth, with how sure that is. */
function Verdict({ worth, currency }: VerdictProps) {
  const { t } = useTranslation()
  const { annualCostMinor: costMinor, spread } = worth
  const worthMinor = worth.without.proven.meanMinor
  if (costMinor === null) return t('What it costs is unknown, so its return is too.')
  return (
    <>
      {t('It costs')} <Money minor={costMinor} currency={currency} perYear /> {t('and is proven to bring')}{' '}
      <Money minor={worthMinor} currency={currency} perYear />
      {costMinor > 0 && `: ${t('a return of {{percent}}', { percent: returnText(worthMinor, costMinor) })}`}.
      {spread.rosi !== null && spread.chanceItPays !== null && (
        <span className={classes.sure}>
          {t(
            'With what is not known, its return lies between {{low}} and {{high}} 9 times in 10, in the middle {{median}}. Chance that it pays: {{chance}}.',
            {
              low: shareText(spread.rosi.low),
              high: shareText(spread.rosi.high),
              median: shareText(spread.rosi.median),
              chance: percentText(spread.chanceItPays),
            },
          )}
        </span>
      )}
    </>
  )
}
