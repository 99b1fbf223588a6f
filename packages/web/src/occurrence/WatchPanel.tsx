import { Button } from '@mantine/core'
import { deleteWatch, updateWatch, type Watch } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { endOfDay } from '@sinew/core/occurrence/occurrence-rules.ts'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { later } from '../ui/later.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'

const AddWatch = later(async () => (await import('./AddWatch.tsx')).AddWatch)

type Props = { readonly watches: readonly Watch[]; readonly riskId?: string }

/** Since when everything that happens is recorded, and who says so. */
export function WatchPanel(props: Props) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('Recorded completely')}
      hint={t('Only in these periods does nothing recorded mean that nothing happened.')}
      actions={<VouchButton riskId={props.riskId} />}
    >
      <WatchRows {...props} />
    </Panel>
  )
}

export function VouchButton({ riskId }: { readonly riskId?: string | undefined }) {
  const { t } = useTranslation()
  const may = useMay('occurrence:vouch')
  const [isAdding, add] = useState(false)
  return (
    <>
      <ActionButton size="xs" variant="default" refusals={may} onClick={() => add(true)}>
        {t('Vouch for a period')}
      </ActionButton>
      {isAdding && <AddWatch riskId={riskId} onClose={() => add(false)} />}
    </>
  )
}

export function WatchRows({ watches, riskId }: Props) {
  const { t } = useTranslation()
  if (watches.length === 0) {
    return <p style={{ color: 'var(--sn-ink-3)' }}>{t('Nobody vouches for any time yet, so no quiet year counts.')}</p>
  }
  return (
    <ObjectRows
      rows={watches.map((watch) => ({
        id: watch.id,
        title: (
          <>
            <When at={watch.from} show="day" /> – <When at={Date.parse(watch.until) - 1} show="day" />{' '}
            <Chip look={watch.riskId === null ? 'plain' : 'quiet'}>
              {watch.riskId === null ? t('all risks') : riskId === undefined ? t('one risk') : t('this risk')}
            </Chip>
          </>
        ),
        note: (
          <>
            {watch.vouchedByName}, <When at={watch.vouchedAt} show="day" />: {watch.reason}
          </>
        ),
        detail: <Steps watch={watch} />,
      }))}
    />
  )
}

function Steps({ watch }: { readonly watch: Watch }) {
  const { t } = useTranslation()
  const may = useMay('occurrence:vouch')
  const now = useNow()
  const today = endOfDay(now)
  const extend = useOrganizationWrite(updateWatch)
  const remove = useOrganizationWrite(deleteWatch)
  const [reason, setReason] = useState('')
  const about = { params: { watchId: watch.id }, version: watch.version }
  const until = new Date(today).toISOString()
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {Date.parse(watch.until) < today - 86_400_000 && (
        <AskButton label={t('Extend to today')} refusals={may} width={320}>
          <ReasonInput
            label={t('How do you know that it is complete?')}
            placeholder={t('Read all tickets up to today')}
            value={reason}
            onChange={setReason}
          />
          <ProblemPanel problem={extend.problem} />
          <Button
            size="xs"
            disabled={reason.trim().length < 3}
            loading={extend.isPending}
            onClick={() => void extend.send({ ...about, body: { until, reason } })}
          >
            {t('Vouch up to today')}
          </Button>
        </AskButton>
      )}
      <AskButton label={t('Take it back')} icon={<IconX size={14} aria-hidden="true" />} refusals={may} width={320}>
        <ReasonInput label={t('Why is it not complete after all?')} value={reason} onChange={setReason} />
        <ProblemPanel problem={remove.problem} />
        <Button
          size="xs"
          color="red"
          disabled={reason.trim().length < 3}
          loading={remove.isPending}
          onClick={() => void remove.send({ ...about, query: { reason } })}
        >
          {t('Take it back')}
        </Button>
      </AskButton>
    </span>
  )
}
