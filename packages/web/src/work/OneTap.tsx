import { Button, Group } from '@mantine/core'
import { dismissMention } from '@sinew/contract/comment/comment-contract.ts'
import { dutiesDone, tasks } from '@sinew/contract/work/duty-contract.ts'
import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { apiClient } from '../api/api-client.ts'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { goToWork } from './WorkLink.tsx'

const FinishCourse = later(async () => (await import('./FinishCourse.tsx')).FinishCourse)

type Props = { readonly item: WorkItem }

/** The shortest way to have it done: at once where one tap says everything, else the page where it is done. */
export function OneTap({ item }: Props) {
  if (item.kind === 'task') return <FinishTask item={item} />
  if (item.kind === 'duty') return <DutyToday item={item} />
  if (item.kind === 'course_assignment' && item.what === 'Complete') return <FinishCourse item={item} />
  if (item.kind === 'mention') return <Dismiss item={item} />
  return <Go item={item} />
}

function Go({ item }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const open = () =>
    item.kind === 'evidence'
      ? void go(paths.newEvidence, {}, { control: item.ref, need: item.entityId })
      : goToWork(go, item)
  return (
    <Button size="sm" variant="default" onClick={open}>
      {item.kind === 'evidence' ? t('Attach') : t('Open')}
    </Button>
  )
}

function FinishTask({ item }: Props) {
  const { t } = useTranslation()
  const may = useMay('work:write')
  const { organizationId } = useOrganizationApi()
  const move = useOrganizationWrite(tasks.move)
  const params = { taskId: item.entityId } as never
  const finish = async () => {
    // The version as it is now: the list does not hold one, and one tap overwrites nothing but the state.
    const { version } = await apiClient.call(tasks.get, { params: { organizationId, taskId: item.entityId } as never })
    await move.send({ params, version, body: { to: 'done' } })
  }
  return (
    <>
      <ActionButton size="sm" variant="light" refusals={may} loading={move.isPending} onClick={() => void finish()}>
        {t('Done')}
      </ActionButton>
      <ProblemPanel problem={move.problem} />
    </>
  )
}

function DutyToday({ item }: Props) {
  const { t } = useTranslation()
  const may = useMay('work:write')
  const write = useOrganizationWrite(dutiesDone.create)
  const done = () => write.send({ body: { dutyId: item.entityId, note: t('Done'), doneAt: new Date().toISOString() } })
  return (
    <>
      <ActionButton size="sm" variant="light" refusals={may} loading={write.isPending} onClick={() => void done()}>
        {t('Done today')}
      </ActionButton>
      <ProblemPanel problem={write.problem} />
    </>
  )
}

function Dismiss({ item }: Props) {
  const { t } = useTranslation()
  const may = useMay('work:own')
  const go = useGo()
  const write = useOrganizationWrite(dismissMention)
  const mentionId = item.key.split(' ')[1] ?? ''
  return (
    <Group gap={6} wrap="nowrap">
      <Button size="sm" variant="default" onClick={() => goToWork(go, item)}>
        {t('Answer')}
      </Button>
      <ActionButton
        size="sm"
        variant="subtle"
        refusals={may}
        loading={write.isPending}
        onClick={() => void write.send({ params: { mentionId } })}
      >
        {t('Put aside')}
      </ActionButton>
    </Group>
  )
}
