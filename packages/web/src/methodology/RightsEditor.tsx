import { NumberInput, Select } from '@mantine/core'
import type { AcceptanceRight } from '@sinew/core/chain/chain-snapshot.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LevelChip } from '../risk/LevelChip.tsx'
import { Panel } from '../ui/Panel.tsx'
import { changedAt, type DraftPart } from './draft-part.ts'
import classes from './methodology.module.css'

/** Who may accept what remains at a level, and for how long. */
export function RightsEditor({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const rights = content.acceptanceRights
  const options: readonly { readonly value: AcceptanceRight['mayAccept']; readonly label: string }[] = [
    { value: 'owner', label: t('the risk owner') },
    { value: 'manager', label: t('a risk owner who is ISMS manager') },
    { value: 'top', label: t('a risk owner in top management') },
    { value: 'never', label: t('nobody') },
  ]
  return (
    <Panel title={t('Who may accept')} hint={t('Above low, whoever assessed a risk never accepts it.')}>
      <div className={classes.bands}>
        {rights.map(({ level, mayAccept, maxMonths }, index) => (
          <div key={level} className={classes.right}>
            <span>
              <LevelChip level={level} />
            </span>
            <Select
              aria-label={t('Who may accept a {{level}} risk', { level: t(level) })}
              data={options}
              allowDeselect={false}
              value={mayAccept}
              onChange={(value) =>
                value && change({ acceptanceRights: changedAt(rights, index, { mayAccept: value }) })
              }
            />
            <NumberInput
              aria-label={t('Months a {{level}} risk is accepted for', { level: t(level) })}
              suffix={` ${t('months')}`}
              min={1}
              max={60}
              allowDecimal={false}
              disabled={mayAccept === 'never'}
              value={maxMonths}
              error={errorAt(`acceptanceRights.${index}.maxMonths`)}
              onChange={(value) =>
                change({
                  acceptanceRights: changedAt(rights, index, { maxMonths: typeof value === 'number' ? value : 0 }),
                })
              }
            />
          </div>
        ))}
        {errorAt('acceptanceRights') && <p role="alert">{errorAt('acceptanceRights')}</p>}
      </div>
    </Panel>
  )
}
