import { Checkbox, Stack, Text } from '@mantine/core'
import { collectorNeedRefusals } from '@sinew/core/evidence/collector-need-rules.ts'
import { serveRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { controlQuery } from '../control/control-queries.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ControlSelect } from '../treatment/ControlSelect.tsx'
import classes from './evidence.module.css'
import type { EvidenceDraft } from './evidence-draft.ts'

type Props = {
  readonly piece: Pick<EvidenceDraft, 'nature' | 'provenance'>
  readonly controlIds: readonly string[]
  readonly onControls: (controlIds: readonly string[]) => void
  readonly needIds: readonly string[]
  readonly onNeeds: (needIds: readonly string[]) => void
  readonly error?: React.ReactNode
}

/** Which needs of which controls a piece answers; what it cannot answer says why. */
export function NeedsChoice({ piece, controlIds, onControls, needIds, onNeeds, error }: Props) {
  const { t } = useTranslation()
  // The field empties itself after each choice.
  const [round, next] = useState(0)
  return (
    <Stack gap="sm">
      {controlIds.map((controlId) => (
        <NeedsOfControl key={controlId} controlId={controlId} piece={piece} needIds={needIds} onNeeds={onNeeds} />
      ))}
      <ControlSelect
        key={round}
        label={controlIds.length === 0 ? t('Control') : t('One more control')}
        value={null}
        onChange={(controlId) => {
          if (controlId !== null && !controlIds.includes(controlId)) onControls([...controlIds, controlId])
          next(round + 1)
        }}
      />
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </Stack>
  )
}

type OfControl = Pick<Props, 'piece' | 'needIds' | 'onNeeds'> & { readonly controlId: string }

function NeedsOfControl({ controlId, piece, needIds, onNeeds }: OfControl) {
  const { t } = useTranslation()
  const { data: control } = useQuery(controlQuery(useOrganizationApi(), controlId))
  if (control === undefined) return null
  return (
    <fieldset className={classes.needs}>
      <legend className={classes.legend}>{`${control.ref} ${control.title}`}</legend>
      {control.needs.length === 0 && (
        <Text size="sm">{t('This control asks for nothing yet. Add a need on its page first.')}</Text>
      )}
      {control.needs.map((need) => {
        const refusals = [...serveRefusals(piece, need), ...collectorNeedRefusals(null, need)]
        return (
          <Checkbox
            key={need.id}
            label={need.title}
            description={
              refusals.length > 0
                ? refusals.map(({ message }) => message).join(' ')
                : t('every {{count}} days', { count: need.cadenceDays })
            }
            disabled={refusals.length > 0}
            checked={refusals.length === 0 && needIds.includes(need.id)}
            onChange={(event) =>
              onNeeds(event.currentTarget.checked ? [...needIds, need.id] : needIds.filter((one) => one !== need.id))
            }
          />
        )
      })}
    </fieldset>
  )
}
