import { Button, Group, Textarea } from '@mantine/core'
import {
  linkObligationControl,
  type Obligation,
  unlinkObligationControl,
} from '@sinew/contract/obligation/obligation-contract.ts'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ControlSelect } from '../treatment/ControlSelect.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'

/** The controls that keep an obligation; each is a reason why that control is in the Statement of Applicability. */
export function ObligationControls({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('Kept by')}
      standing={obligation.controls.length || undefined}
      hint={obligation.doubt ?? undefined}
      actions={<AddControl obligation={obligation} />}
    >
      {obligation.controls.length === 0 && (
        <EmptyState noun="control" title={t('No control yet')}>
          {t('Which controls make sure of it? Each one linked here is needed, and the statement will say so.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={obligation.controls.map((control) => ({
          id: control.controlId,
          reference: control.ref,
          title: (
            <PageLink to={paths.control} params={{ controlRef: control.ref }}>
              {control.title}
            </PageLink>
          ),
          note: control.note,
          detail: (
            <Group gap="xs" wrap="nowrap">
              <ProofChip kind={control.proof} />
              <TakeAway obligation={obligation} controlId={control.controlId} name={control.ref} />
            </Group>
          ),
        }))}
      />
    </Panel>
  )
}

function AddControl({ obligation }: { readonly obligation: Obligation }) {
  const { t } = useTranslation()
  const may = useMay('obligation:write')
  const write = useOrganizationWrite(linkObligationControl)
  const [controlId, choose] = useState<string | null>(null)
  const [note, setNote] = useState('')
  return (
    <AskButton label={t('Add a control')} refusals={may} width={340}>
      {(close) => (
        <>
          <ControlSelect
            label={t('Control')}
            comboboxProps={{ withinPortal: false }}
            value={controlId}
            onChange={choose}
          />
          <Textarea
            label={t('What it has to do')}
            placeholder={t('Breach notice within 24 hours')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemPanel problem={write.problem} />
          <Button
            size="xs"
            disabled={controlId === null}
            loading={write.isPending}
            onClick={async () => {
              if (controlId === null) return
              const saved = await write.send({ params: { obligationId: obligation.id, controlId }, body: { note } })
              if (saved === undefined) return
              choose(null)
              setNote('')
              close()
            }}
          >
            {t('Add')}
          </Button>
        </>
      )}
    </AskButton>
  )
}

type TakeAwayProps = { readonly obligation: Obligation; readonly controlId: string; readonly name: string }

function TakeAway({ obligation, controlId, name }: TakeAwayProps) {
  const { t } = useTranslation()
  const may = useMay('obligation:write')
  const write = useOrganizationWrite(unlinkObligationControl)
  const [reason, setReason] = useState('')
  const params = { obligationId: obligation.id, controlId }
  return (
    <AskButton
      label={t('Take {{name}} away', { name })}
      icon={<IconX size={14} aria-hidden="true" />}
      refusals={may}
      width={340}
    >
      <ReasonInput label={t('Why does {{name}} no longer serve this?', { name })} value={reason} onChange={setReason} />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        color="red"
        disabled={reason.trim().length < 3}
        loading={write.isPending}
        onClick={() => void write.send({ params, query: { reason } })}
      >
        {t('Take away')}
      </Button>
    </AskButton>
  )
}
