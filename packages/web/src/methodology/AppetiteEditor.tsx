import { ActionIcon, Button, Switch } from '@mantine/core'
import { oneYearIn } from '@sinew/core/portfolio/appetite-words.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import { changedAt, type DraftPart } from './draft-part.ts'
import classes from './methodology.module.css'

const mostPoints = 8

/** What a year may cost on average, and how often it may cost more than each amount. */
export function AppetiteEditor({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { appetite } = content
  const { points } = appetite
  const setPoints = (next: typeof points) => change({ appetite: { ...appetite, points: next } })
  const last = points.at(-1)
  const add = () =>
    setPoints([
      ...points,
      { amountMinor: (last?.amountMinor ?? 0) * 2 || 100_000, probability: (last?.probability ?? 0.2) / 2 },
    ])
  return (
    <Panel
      title={t('Appetite')}
      hint={t('All risks together. The proven curve that crosses a point is told as a movement.')}
    >
      <MoneyInput
        label={t('Loss of a year')}
        description={t('What a year may cost on average.')}
        currency={currency}
        valueMinor={appetite.yearlyLossMinor}
        error={errorAt('appetite.yearlyLossMinor')}
        onChangeMinor={(minor) => change({ appetite: { ...appetite, yearlyLossMinor: minor ?? 0 } })}
      />
      <Switch
        mt="sm"
        label={t('Judge the year after insurance')}
        description={t(
          'By what is left to bear beside the policies in force. Single risks and their levels stay before it.',
        )}
        checked={appetite.afterInsurance}
        onChange={({ currentTarget }) => change({ appetite: { ...appetite, afterInsurance: currentTarget.checked } })}
      />
      <fieldset className={classes.pointsEditor}>
        <legend>{t('How often a year may cost more')}</legend>
        {points.map(({ amountMinor, probability }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no other name than its place
          <div key={index} className={classes.point}>
            <MoneyInput
              label={t('More than')}
              currency={currency}
              valueMinor={amountMinor}
              error={errorAt(`appetite.points.${index}.amountMinor`) ?? errorAt(`appetite.points.${index}`)}
              onChangeMinor={(minor) => setPoints(changedAt(points, index, { amountMinor: minor ?? 0 }))}
            />
            <QuantityInput
              percent
              label={t('At most, percent of years')}
              description={oneYearIn(probability)}
              value={probability}
              error={errorAt(`appetite.points.${index}.probability`)}
              onChange={(share) => setPoints(changedAt(points, index, { probability: share ?? 0 }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Remove amount {{number}}', { number: index + 1 })}
              onClick={() => setPoints(points.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        {errorAt('appetite.points') && (
          <p role="alert" className={classes.pointsError}>
            {errorAt('appetite.points')}
          </p>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={points.length >= mostPoints}
          onClick={add}
        >
          {t('Add an amount')}
        </Button>
      </fieldset>
    </Panel>
  )
}
