import { ActionIcon, Button, Menu, Popover, Stack, Textarea } from '@mantine/core'
import { type Action, cancelAction, completeAction, reopenAction } from '@sinew/contract/treatment/action-contract.ts'
import { finishActionRefusals } from '@sinew/core/treatment/action-rules.ts'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Asking = 'done' | 'cancel' | 'reopen'

type Props = {
  readonly action: Action
  /** Whether it leads the action's own page, rather than standing in a row. */
  readonly leads?: boolean
}

/** Done, given up, or taken up again. */
export function ActionSteps({ action, leads = false }: Props) {
  const size = leads ? 'sm' : 'compact-xs'
  const { t } = useTranslation()
  const may = useMay('risk:write')
  const [asking, ask] = useState<Asking | null>(null)
  const [reason, setReason] = useState('')
  const onDone = () => {
    ask(null)
    setReason('')
  }
  const complete = useOrganizationWrite(completeAction, { onDone })
  const cancel = useOrganizationWrite(cancelAction, { onDone })
  const reopen = useOrganizationWrite(reopenAction, { onDone })
  const writes = { done: complete, cancel, reopen } as const
  const finish = finishActionRefusals({
    owner: action.ownerName === null ? null : { name: action.ownerName },
    doneAt: action.doneAt === null ? null : Date.parse(action.doneAt),
  })
  const target = { params: { actionId: action.id }, version: action.version }
  const send = () => {
    if (asking === 'done') void complete.send({ ...target, body: { note: reason } })
    if (asking === 'cancel') void cancel.send({ ...target, body: { reason } })
    if (asking === 'reopen') void reopen.send({ ...target, body: { reason } })
  }
  const words = {
    done: [t('Mark as done'), t('What was done (optional)')],
    cancel: [t('Give it up'), t('Why is it given up?')],
    reopen: [t('Take it up again'), t('Why is it taken up again?')],
  } as const
  return (
    <Popover
      withRoles={false}
      opened={asking !== null}
      onChange={(isOpen) => !isOpen && ask(null)}
      position="bottom-end"
      trapFocus
      returnFocus
      width={320}
    >
      <Popover.Target>
        <span style={{ display: 'inline-flex', gap: 4 }}>
          {action.status === 'open' ? (
            <>
              <ActionButton
                size={size}
                variant={leads ? 'filled' : 'default'}
                refusals={[...may, ...finish]}
                onClick={() => ask('done')}
              >
                {t('Done')}
              </ActionButton>
              {may.length === 0 && (
                <Menu>
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={leads ? 'lg' : 'sm'}
                      aria-label={t('More for {{name}}', { name: action.title })}
                    >
                      <IconDots size={14} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => ask('cancel')}>{t('Give it up')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </>
          ) : (
            <ActionButton
              size={size}
              variant={leads ? 'default' : 'subtle'}
              refusals={may}
              onClick={() => ask('reopen')}
            >
              {t('Take it up again')}
            </ActionButton>
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {asking !== null && (
          <Stack gap={8}>
            <Textarea
              label={words[asking][1]}
              autosize
              minRows={2}
              maxLength={2000}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ProblemPanel problem={writes[asking].problem} />
            <Button
              size="xs"
              loading={writes[asking].isPending}
              disabled={asking !== 'done' && reason.trim().length < 3}
              onClick={send}
            >
              {words[asking][0]}
            </Button>
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
