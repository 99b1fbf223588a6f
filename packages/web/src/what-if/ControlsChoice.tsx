import { ActionIcon, Select, Slider, Switch } from '@mantine/core'
import type { ControlInput } from '@sinew/core/chain/chain-snapshot.ts'
import { implementedShare } from '@sinew/core/control/implemented-share.ts'
import { type ControlChange, withControl } from '@sinew/core/what-if/what-if.ts'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { percentText } from '../control/AssuranceBar.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ChoiceProps } from './Board.tsx'
import classes from './what-if.module.css'

/** Controls that are stopped, or proven to another share than today. */
export function ControlsChoice({ page, whatIf, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { snapshot } = page
  const inPlace = useMemo(() => {
    const linked = new Set(snapshot.risks.flatMap((risk) => risk.links.map((link) => link.controlId)))
    return snapshot.controls.filter((control) => linked.has(control.id) && implementedShare(control) > 0)
  }, [snapshot])
  const said = whatIf.controls.filter(({ change }) => change !== 'done')
  const byId = new Map(snapshot.controls.map((control) => [control.id, control]))
  const set = (controlId: string, change: ControlChange | null) => onChange(withControl(whatIf, controlId, change))
  const taken = new Set(whatIf.controls.map(({ controlId }) => controlId))
  const free = inPlace.filter(({ id }) => !taken.has(id))
  return (
    <>
      <ul className={classes.rows}>
        {said.map((change) => {
          const control = byId.get(change.controlId)
          return control && <ControlRow key={change.controlId} control={control} change={change} onSet={set} />
        })}
      </ul>
      <Select
        size="xs"
        searchable
        label={t('Change one control')}
        placeholder={t('A.8.13, backup, …')}
        nothingFoundMessage={t('No control in place of that name that a risk counts on')}
        data={free.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
        value={null}
        onChange={(controlId) => controlId !== null && set(controlId, { controlId, change: 'off' })}
      />
    </>
  )
}

type RowProps = {
  readonly control: ControlInput
  readonly change: ControlChange
  readonly onSet: (controlId: string, change: ControlChange | null) => void
}

function ControlRow({ control, change, onSet }: RowProps) {
  const { t } = useTranslation()
  const { id: controlId, ref, title } = control
  const most = implementedShare(control)
  const share = change.change === 'share' ? change.share : 0
  const isOn = change.change !== 'off'
  return (
    <li className={classes.control}>
      <Switch
        size="xs"
        aria-label={t('{{ref}} is on', { ref })}
        checked={isOn}
        onChange={({ currentTarget }) =>
          onSet(
            controlId,
            currentTarget.checked ? { controlId, change: 'share', share: most } : { controlId, change: 'off' },
          )
        }
      />
      <span className={classes.name}>
        {ref} {title}
        <small>{isOn ? t('{{share}} of it proven', { share: percentText(share) }) : t('stopped')}</small>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('Leave {{ref}} as it is', { ref })}
        onClick={() => onSet(controlId, null)}
      >
        <IconX size={14} />
      </ActionIcon>
      {isOn && (
        <Slider
          className={classes.share}
          size="sm"
          min={0}
          max={Math.round(most * 100)}
          value={Math.round(share * 100)}
          onChange={(percent) => onSet(controlId, { controlId, change: 'share', share: percent / 100 })}
          label={(percent) => `${percent} %`}
          thumbLabel={t('How much of {{ref}} is proven', { ref })}
          thumbProps={{ 'aria-valuetext': percentText(share) }}
        />
      )}
    </li>
  )
}
