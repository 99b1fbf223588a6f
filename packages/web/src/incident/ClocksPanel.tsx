import { Button, Group } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import { incidentNotifications, type SuggestedClock } from '@sinew/contract/incident/incident-contract.ts'
import { regimeLabels, standingWords } from '@sinew/core/incident/notification-clock.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { loadedRegister } from '../register/load-registers.ts'
import { RecordEditor } from '../register/RecordEditor.tsx'
import { additionRefusals } from '../register/record-page.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import classes from './incident.module.css'
import { clocksQuery, suggestedClocksQuery } from './incident-queries.ts'

type Clock = OutputOf<typeof incidentNotifications.get>

const tones: Readonly<Record<Clock['standing'], Tone>> = {
  running: 'calm',
  soon: 'watch',
  late: 'bad',
  met: 'good',
  met_late: 'bad',
  not_needed: 'calm',
}

/** Who has to be told by when: clocks that run, and those that somebody has to decide on. */
export function ClocksPanel({ record }: { readonly record: AnyRecord }) {
  const incidentId = record.id
  const noticedAt = String(record.noticedAt)
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const clocks = useQuery(clocksQuery(api, incidentId)).data?.items ?? []
  const suggested = useQuery(suggestedClocksQuery(api, incidentId)).data?.items ?? []
  const contract = loadedRegister('incident_notification')
  const incident = loadedRegister('incident')
  const held =
    contract === undefined || incident === undefined
      ? []
      : additionRefusals(contract.register, incident.register, record)
  const may = useMay('incident:write')
  const [editing, edit] = useState<Clock | 'new' | null>(null)
  return (
    <Panel
      title={t('Who has to be told')}
      standing={clocks.length || undefined}
      hint={
        <>
          {t('Clocks run from when it was noticed:')} <When at={noticedAt} show="time" />
        </>
      }
      actions={
        held.length === 0 && (
          <ActionButton size="xs" variant="default" refusals={may} onClick={() => edit('new')}>
            {t('Decide on another')}
          </ActionButton>
        )
      }
    >
      {held.map(({ message }) => (
        <p key={message} className={classes.quiet}>
          {t(message)}
        </p>
      ))}
      {clocks.length + suggested.length === 0 && held.length === 0 && (
        <p className={classes.quiet}>
          {record.personalData === 'unknown' || record.severity === 'undecided'
            ? t(
                'Nobody so far. Say whether personal data are involved and how severe it is, and what may apply is put forward here.',
              )
            : t(
                'Nobody: by what is known of it, no obligation asks for it. Correct the incident, and it is looked at anew.',
              )}
        </p>
      )}
      <ul className={classes.clocks}>
        {clocks.map((clock) => (
          <ClockRow key={clock.id} clock={clock} noticedAt={noticedAt} onEdit={() => edit(clock)} />
        ))}
      </ul>
      {suggested.length > 0 && held.length === 0 && (
        <>
          <h3 className={classes.heading}>{t('To decide')}</h3>
          <ObjectRows
            rows={suggested.map((one) => ({
              id: `${one.regime} ${one.obligationId}`,
              title: one.title,
              note: (
                <>
                  {one.why} {one.source}. {t('Due')} <When at={one.dueAt} />
                </>
              ),
              detail: <Decide suggested={one} incidentId={incidentId} />,
            }))}
          />
        </>
      )}
      {contract !== undefined && editing !== null && (
        <RecordEditor
          contract={contract}
          given={{ incidentId }}
          {...(editing === 'new' ? {} : { record: editing as unknown as AnyRecord })}
          onClose={() => edit(null)}
        />
      )}
    </Panel>
  )
}

type RowProps = { readonly clock: Clock; readonly noticedAt: string; readonly onEdit: () => void }

function ClockRow({ clock, noticedAt, onEdit }: RowProps) {
  const { t } = useTranslation()
  const now = useNow()
  const may = useMay('incident:write')
  const write = useOrganizationWrite(incidentNotifications.update)
  const { title, regime, standing, dueAt, toldAt, why, applies } = clock
  const from = Date.parse(noticedAt)
  const ends = toldAt === null ? now : Date.parse(toldAt)
  const share = Math.min(1, Math.max(0.02, (ends - from) / Math.max(1, Date.parse(dueAt) - from)))
  return (
    <li className={classes.clock} data-standing={standing}>
      <div>
        <span className={classes.clockName}>{title}</span>{' '}
        <StatusSentence tone={tones[standing]}>{t(standingWords[standing])}</StatusSentence>
        <div className={classes.quiet}>
          {t(regimeLabels[regime])}
          {' · '}
          {applies === 'no' ? null : (
            <>
              {t('Due')} <When at={dueAt} show="time" /> (<When at={dueAt} />)
              {toldAt !== null && (
                <>
                  {' · '}
                  {t('told')} <When at={toldAt} show="time" />
                </>
              )}
              {' · '}
            </>
          )}
          {why}
        </div>
      </div>
      <Group gap={6} wrap="nowrap">
        {applies === 'yes' && toldAt === null && clock.frozen === null && (
          <ActionButton
            size="compact-xs"
            refusals={may}
            loading={write.isPending}
            onClick={() =>
              void write.send({
                params: { incidentNotificationId: clock.id },
                version: clock.version,
                body: { toldAt: new Date().toISOString() },
              })
            }
          >
            {t('Told now')}
          </ActionButton>
        )}
        {may.length === 0 && clock.frozen === null && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onEdit}>
            {t('Edit')}
          </Button>
        )}
      </Group>
      <div className={classes.bar} aria-hidden="true">
        <span style={{ width: `${applies === 'no' ? 100 : share * 100}%` }} />
      </div>
      <ProblemPanel problem={write.problem} />
    </li>
  )
}

function Decide({ suggested, incidentId }: { readonly suggested: SuggestedClock; readonly incidentId: string }) {
  const { t } = useTranslation()
  const may = useMay('incident:write')
  const write = useOrganizationWrite(incidentNotifications.create)
  const { regime, title, obligationId, hours } = suggested
  const send = (applies: 'yes' | 'no') => (why: string) =>
    void write.send({ body: { incidentId, regime, title, obligationId, hours, applies, why } })
  const shared = { refusals: may, isPending: write.isPending, problem: write.problem, size: 'compact-xs' as const }
  return (
    <Group gap={6}>
      <ReasonedStep {...shared} label={t('Applies')} question={t('Why does it apply?')} onSend={send('yes')} />
      <ReasonedStep
        {...shared}
        variant="default"
        label={t('Not needed')}
        question={t('Why is it not needed?')}
        onSend={send('no')}
      />
    </Group>
  )
}
