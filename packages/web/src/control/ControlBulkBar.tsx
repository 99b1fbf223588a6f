import { type ControlListItem, changeControls } from '@sinew/contract/control/control-contract.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { OwnerAsk } from '../person/OwnerAsk.tsx'
import { BulkChanges, ChoiceAsk } from '../ui/form/BulkChanges.tsx'
import { implementationWords } from './control-words.ts'

type Implementation = ControlListItem['implementation']
type Change = { readonly ownerId?: string | null; readonly implementation?: Implementation }
type Props = { readonly controls: readonly ControlListItem[]; readonly onDone: () => void }

/** One change for all chosen controls: everything or nothing. */
export function ControlBulkBar({ controls, onDone }: Props) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(changeControls, { onDone })
  const asking = { refusals: useMay('control:write'), isPending: write.isPending }
  const send = (change: Change) =>
    void write.send({ body: { controls: controls.map(({ id, version }) => ({ controlId: id, version })), change } })
  return (
    <BulkChanges problem={write.problem}>
      <OwnerAsk {...asking} onSend={(ownerId) => send({ ownerId })} />
      <ChoiceAsk<Implementation>
        {...asking}
        name={t('How far in place')}
        question={t('How far is it in place?')}
        send={t('Say so')}
        options={Object.entries(implementationWords)
          // Partly needs its share, which is each control's own.
          .filter(([value]) => value !== 'partly')
          .map(([value, label]) => ({ value: value as Implementation, label: t(label) }))}
        onSend={(implementation) => send({ implementation })}
      />
    </BulkChanges>
  )
}
