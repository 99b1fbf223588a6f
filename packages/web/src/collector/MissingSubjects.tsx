import { Checkbox, Stack } from '@mantine/core'
import { type MissingSubject, retireSubjects } from '@sinew/contract/collector/collector-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import classes from './collector.module.css'
import { missingSubjectsQuery } from './collector-queries.ts'

const keyOf = ({ checkId, subjectUid }: MissingSubject) => `${checkId}\n${subjectUid}`

/** What was reported before and is not now: it counts as not passing until somebody says that it is gone. */
export function MissingSubjects({ collectorId }: { readonly collectorId: string }) {
  const { t } = useTranslation()
  const may = useMay('collector:manage')
  const { items, total } = useSuspenseQuery(missingSubjectsQuery(useOrganizationApi(), collectorId)).data
  const [picked, pick] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const write = useOrganizationWrite(retireSubjects, {
    onDone: () => {
      pick([])
      setReason('')
    },
  })
  if (total === 0) return null
  const isChoosing = isOffered(may)
  const chosen = items.filter((item) => picked.includes(keyOf(item)))
  const why = [
    ...may,
    ...(chosen.length === 0 ? refuse('none_chosen', t('Choose at least one.')) : []),
    ...(reason.trim() === ''
      ? refuse('no_reason', t('Leaving something out of the count is a decision: say why.'))
      : []),
  ]
  return (
    <Panel
      title={t('Not seen any more')}
      hint={t('{{count}} checks on resources were reported before and are not now. They count as not passing.', {
        count: total,
      })}
    >
      <Stack gap="sm">
        {items.map((item) => {
          const label = <span className={classes.subject}>{item.subjectUid}</span>
          const since = (
            <>
              {item.checkId} · {item.controls.map(({ ref }) => ref).join(', ')} · {t('missing since')}{' '}
              <When at={item.missingSince} show="day" />
            </>
          )
          if (!isChoosing)
            return (
              <div key={keyOf(item)}>
                {label}
                <div className={classes.note}>{since}</div>
              </div>
            )
          return (
            <Checkbox
              key={keyOf(item)}
              label={label}
              description={since}
              checked={picked.includes(keyOf(item))}
              onChange={(event) =>
                pick(
                  event.currentTarget.checked ? [...picked, keyOf(item)] : picked.filter((one) => one !== keyOf(item)),
                )
              }
            />
          )
        })}
        {isChoosing && (
          <ReasonInput value={reason} onChange={setReason} placeholder={t('The account was closed on 1 March.')} />
        )}
        <ProblemPanel problem={write.problem} />
        <ActionButton
          style={{ alignSelf: 'flex-start' }}
          variant="default"
          refusals={why}
          loading={write.isPending}
          onClick={() =>
            void write.send({
              params: { collectorId },
              body: { subjects: chosen.map(({ checkId, subjectUid }) => ({ checkId, subjectUid })), reason },
            })
          }
        >
          {t('Leave out from the next report on')}
        </ActionButton>
      </Stack>
    </Panel>
  )
}
