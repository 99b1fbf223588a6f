import { Button, Checkbox, Group } from '@mantine/core'
import type { Treatment } from '@sinew/core/what-if/treatments.ts'
import { treatedControls, type WhatIf, withControl } from '@sinew/core/what-if/what-if.ts'
import { useState } from 'react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { Money } from '../ui/Money.tsx'
import { Worth } from '../ui/Worth.tsx'
import type { ChoiceProps } from './Board.tsx'
import { useWorthAlone } from './use-what-if-pricer.ts'
import classes from './what-if.module.css'

const firstShown = 8

/** What could be put in place, dearest risk reduction first, one by one or the best set within a budget. */
export function TreatmentsChoice({ page, whatIf, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const worth = useWorthAlone(page)
  const [isAll, showAll] = useState(false)
  const chosen = new Set(treatedControls(whatIf))
  const sorted = [...page.treatments].sort((a, b) => (worth.get(b.controlId) ?? 0) - (worth.get(a.controlId) ?? 0))
  const shown = isAll ? sorted : sorted.filter(({ controlId }, at) => at < firstShown || chosen.has(controlId))
  const toggle = (controlId: string, isIn: boolean) =>
    onChange(withControl(whatIf, controlId, isIn ? { controlId, change: 'done' } : null))
  if (page.treatments.length === 0)
    return <p className={classes.quiet}>{t('Every control that a risk counts on is in place.')}</p>
  return (
    <>
      <Budget page={page} whatIf={whatIf} onChange={onChange} />
      <ul className={classes.rows}>
        {shown.map((treatment) => (
          <TreatmentRow
            key={treatment.controlId}
            treatment={treatment}
            worthMinor={worth.get(treatment.controlId) ?? 0}
            isIn={chosen.has(treatment.controlId)}
            onToggle={(isIn) => toggle(treatment.controlId, isIn)}
          />
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => showAll(true)}>
          {t('Show all {{count}}', { count: sorted.length })}
        </Button>
      )}
    </>
  )
}

type RowProps = {
  readonly treatment: Treatment
  readonly worthMinor: number
  readonly isIn: boolean
  readonly onToggle: (isIn: boolean) => void
}

function TreatmentRow({ treatment, worthMinor, isIn, onToggle }: RowProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { ref, title, annualCostMinor, costFrom, actions } = treatment
  return (
    <li>
      <Checkbox
        size="xs"
        aria-label={t('Put {{ref}} {{title}} in place', { ref, title })}
        checked={isIn}
        onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
      />
      <span className={classes.name}>
        <PageLink to={paths.control} params={{ controlRef: ref }} inherit>
          {ref} {title}
        </PageLink>
        <small>
          {annualCostMinor === null ? (
            t('cost unknown')
          ) : (
            <>
              {t('costs')} <Money minor={annualCostMinor} currency={currency} perYear />
            </>
          )}
          {costFrom === 'actions' && `, ${t('its actions spread over 3 years')}`}
          {actions.length > 0 && `, ${t('{{count}} actions are open', { count: actions.length })}`}
        </small>
      </span>
      <Worth minor={worthMinor} currency={currency} />
    </li>
  )
}

function Budget({ page, whatIf, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const [found, say] = useState<string | null>(null)
  const [isLooking, look] = useState(false)
  const { budgetMinor } = whatIf
  const choose = async () => {
    if (budgetMinor === null) return
    look(true)
    const best = await page.desk.ask<'best'>({ kind: 'best', whatIf, budgetMinor }).finally(() => look(false))
    const known = page.treatments.filter(({ annualCostMinor }) => annualCostMinor !== null)
    onChange((now) => withSet(now, known, best.ids))
    const affordable = known.filter(({ annualCostMinor }) => (annualCostMinor ?? 0) <= budgetMinor).length
    const how =
      best.method === 'exact'
        ? t('The best of every combination of {{count}} affordable treatments.', { count: affordable })
        : t('Chosen one by one by what each brings for its cost, from {{count}}: near the best, not proven to be it.', {
            count: affordable,
          })
    const left = page.treatments.length - known.length
    say(left > 0 ? `${how} ${t('{{count}} treatments of unknown cost were left out.', { count: left })}` : how)
  }
  return (
    <>
      <Group gap="xs" align="flex-end" mb={found === null ? 'sm' : 4} wrap="nowrap">
        <MoneyInput
          label={t('Budget a year')}
          size="xs"
          style={{ flex: 1 }}
          currency={currency}
          valueMinor={budgetMinor}
          onChangeMinor={(minor) => onChange({ ...whatIf, budgetMinor: minor })}
        />
        <Button
          size="xs"
          variant="default"
          disabled={budgetMinor === null}
          loading={isLooking}
          onClick={() => void choose()}
        >
          {t('Best within it')}
        </Button>
      </Group>
      <p className={classes.quiet} aria-live="polite">
        {found}
      </p>
    </>
  )
}

/** Of the treatments with a known cost exactly these are in; what else is said of controls stays. */
function withSet(whatIf: WhatIf, known: readonly Treatment[], ids: readonly string[]): WhatIf {
  return known.reduce(
    (world, { controlId }) =>
      withControl(world, controlId, ids.includes(controlId) ? { controlId, change: 'done' } : null),
    whatIf,
  )
}
