import { ActionIcon, Button, Group, Menu, Popover, Stack, Textarea, Tooltip } from '@mantine/core'
import { deleteRisk, moveRisk, type RiskDetail, type RiskTarget } from '@sinew/contract/risk/risk-contract.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { removeRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { riskMoveRefusals, riskMoves } from '@sinew/core/risk/risk-rules.ts'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { isOffered } from '../ui/offered.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import type { PricedStates } from './price-draft.ts'
import { riskSituationOf } from './risk-situation-of.ts'
import { useRiskWrite } from './use-risk-write.ts'

type Props = { readonly risk: RiskDetail; readonly states: PricedStates | null }
type Asking = RiskTarget | 'remove'

/** The one obvious next step of a risk, and the others behind the dots; each says why it cannot be taken. */
export function RiskMoves({ risk, states }: Props) {
  const { t } = useTranslation()
  const may = useMay('risk:write')
  const mayDelete = useMay('risk:delete')
  const [asking, ask] = useState<Asking | null>(null)
  const situation = riskSituationOf(risk, states)
  const move = useRiskWrite(moveRisk, () => ask(null))
  const names: Readonly<Record<RiskTarget, string>> = {
    draft: t('Back to draft'),
    assessed:
      risk.status === 'closed'
        ? t('Open again')
        : risk.status === 'draft'
          ? t('Call it assessed')
          : t('Assess it again'),
    treated: t('Call it treated'),
    closed: t('Close the risk'),
  }
  const refusalsOf = (to: RiskTarget) => [...may, ...riskMoveRefusals(situation, to, 'given')]
  const next = nextOf[risk.status]
  const others = riskMoves[risk.status].filter((to): to is RiskTarget => to !== 'accepted' && to !== next)
  const send = (to: RiskTarget, reason = '') =>
    void move.send({ params: { riskId: risk.id }, version: risk.version, body: { to, reason } })
  const removal = [...mayDelete, ...removeRefusals({ wasAccepted: risk.acceptances.length > 0 }, 'given')]
  if (!isOffered(may)) return null
  return (
    <Stack gap={6} align="flex-end">
      <Group gap={6}>
        {next === 'accept' && (
          <Button component="a" href="#acceptance">
            {t('Accept what remains')}
          </Button>
        )}
        {next !== null && next !== 'accept' && (
          <ActionButton refusals={refusalsOf(next)} loading={move.isPending} onClick={() => send(next)}>
            {names[next]}
          </ActionButton>
        )}
        <Popover
          withRoles={false}
          opened={asking !== null}
          onChange={(isOpen) => !isOpen && ask(null)}
          position="bottom-end"
          trapFocus
          returnFocus
          width={340}
        >
          <Popover.Target>
            <div>
              <Menu>
                <Menu.Target>
                  <ActionIcon variant="default" size={34} aria-label={t('More steps')}>
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((to) => (
                    <Step key={to} name={names[to]} refusals={refusalsOf(to)} onPick={() => ask(to)} />
                  ))}
                  <Menu.Divider />
                  <Step name={t('Remove the risk')} refusals={removal} onPick={() => ask('remove')} />
                </Menu.Dropdown>
              </Menu>
            </div>
          </Popover.Target>
          <Popover.Dropdown>
            {asking === 'remove' && <RemoveRisk risk={risk} onCancel={() => ask(null)} />}
            {asking !== null && asking !== 'remove' && (
              <ReasonForm
                title={names[asking]}
                isNeeded={asking === 'closed'}
                isPending={move.isPending}
                onSend={(reason) => send(asking, reason)}
              >
                <ProblemPanel problem={move.problem} />
              </ReasonForm>
            )}
          </Popover.Dropdown>
        </Popover>
      </Group>
      {asking === null && <ProblemPanel problem={move.problem} />}
    </Stack>
  )
}

const nextOf: Readonly<Record<RiskDetail['status'], RiskTarget | 'accept' | null>> = {
  draft: 'assessed',
  assessed: 'treated',
  treated: 'accept',
  accepted: null,
  closed: 'assessed',
}

function Step({
  name,
  refusals,
  onPick,
}: {
  readonly name: string
  readonly refusals: readonly Refusal[]
  readonly onPick: () => void
}) {
  if (refusals.length === 0) return <Menu.Item onClick={onPick}>{name}</Menu.Item>
  const reason = refusals.map(({ message }) => message).join(' ')
  return (
    <Tooltip label={reason} position="left">
      <Menu.Item aria-disabled="true" closeMenuOnClick={false} style={{ opacity: 0.55 }}>
        {name}
        <small style={{ display: 'block', maxWidth: 260, whiteSpace: 'normal' }}>{reason}</small>
      </Menu.Item>
    </Tooltip>
  )
}

type ReasonProps = {
  readonly title: string
  readonly isNeeded: boolean
  readonly isPending: boolean
  readonly onSend: (reason: string) => void
  readonly children?: React.ReactNode
}

function ReasonForm({ title, isNeeded, isPending, onSend, children }: ReasonProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <Stack gap={8}>
      <Textarea
        label={t('Why')}
        description={isNeeded ? undefined : t('Optional; kept in the ledger.')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {children}
      <Button size="xs" loading={isPending} disabled={isNeeded && reason.trim() === ''} onClick={() => onSend(reason)}>
        {title}
      </Button>
    </Stack>
  )
}

function RemoveRisk({ risk, onCancel }: { readonly risk: RiskDetail; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const remove = useOrganizationWrite(deleteRisk, { onDone: () => go(paths.risks) })
  return (
    <ReasonForm
      title={t('Remove the risk')}
      isNeeded
      isPending={remove.isPending}
      onSend={(reason) => void remove.send({ params: { riskId: risk.id }, version: risk.version, query: { reason } })}
    >
      <ProblemPanel problem={remove.problem} />
      <Button size="xs" variant="subtle" onClick={onCancel}>
        {t('Keep it')}
      </Button>
    </ReasonForm>
  )
}
