import { Group, Stack, Textarea } from '@mantine/core'
import { type Evidence, reviewEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { reviewRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import classes from './evidence.module.css'

/** Somebody else looks: what they found, or the two buttons with the reasons why not. */
export function ReviewPanel({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const may = useMay('evidence:review')
  const { user } = useSuspenseQuery(sessionQuery).data
  const [note, setNote] = useState('')
  const write = useOrganizationWrite(reviewEvidence, { onDone: () => setNote('') })
  const why = (result: 'accepted' | 'rejected') => [
    ...may,
    ...(piece.state === 'active' ? [] : refuse('not_active', t('It counts for nothing any more.'))),
    ...reviewRefusals({ reviewerId: user?.id ?? '', submitterId: piece.submittedBy, result, note }),
  ]
  const send = (result: 'accepted' | 'rejected') =>
    void write.send({ params: { evidenceId: piece.id }, version: piece.version, body: { result, note } })
  return (
    <Panel
      title={t('Review')}
      hint={
        piece.reviewedAt ? (
          <>
            {piece.reviewResult === 'accepted' ? t('Accepted by') : t('Rejected by')} {piece.reviewedByName}{' '}
            <When at={piece.reviewedAt} />
          </>
        ) : (
          t('Nobody has looked at it yet.')
        )
      }
    >
      <Stack gap="sm">
        <LeaveGuard isDirty={() => note !== ''} />
        {piece.reviewNote && <p className={classes.words}>{piece.reviewNote}</p>}
        {isOffered(may) && (
          <Textarea
            label={t('What you found')}
            description={t('Needed to reject.')}
            autosize
            minRows={2}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group gap="xs">
          <ActionButton refusals={why('accepted')} loading={write.isPending} onClick={() => send('accepted')}>
            {t('Accept')}
          </ActionButton>
          <ActionButton
            variant="default"
            refusals={why('rejected')}
            loading={write.isPending}
            onClick={() => send('rejected')}
          >
            {t('Reject')}
          </ActionButton>
        </Group>
        <ProblemPanel problem={write.problem} />
      </Stack>
    </Panel>
  )
}
