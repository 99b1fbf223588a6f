import { Group, Stack } from '@mantine/core'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { type Move, movesFrom, type Register, stateWords } from '@sinew/core/register/register.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import type { AnyRecord } from './register-record.ts'

type Props = {
  readonly contract: RegisterContract
  readonly record: AnyRecord
  /** Those that lead on stand on top of a page, those that only leave the path below what the object says. */
  readonly are: 'leading' | 'other'
}

/** The steps an object can take from where it is; a step that is refused says why. */
export function RecordMoves({ contract, record, are }: Props) {
  const { t } = useTranslation()
  const { register, idName } = contract
  const write = useOrganizationWrite(contract.move)
  const may = useMay(register.write)
  const { states } = register
  // Whoever only reads holds no permission of a step either.
  if (states === undefined || !isOffered(may)) return null
  const state = String(record[states.field])
  const moves = movesFrom(register, state)
  const [first] = moves
  if (first === undefined) return null
  const hasNext = leadsOn(register, state, first)
  if (hasNext !== (are === 'leading')) return null
  const send = (to: string, reason?: string) =>
    void write.send({
      params: { [idName]: record.id } as never,
      version: record.version,
      body: { to, ...(reason === undefined ? {} : { reason }) } as never,
    })
  return (
    <Panel title={hasNext ? t('Next step') : t('Other steps')} onScreenOnly>
      <Stack gap="xs">
        <Group gap="xs">
          {moves.map((move, at) => (
            <MoveButton
              key={move.to}
              move={move}
              contract={contract}
              isNext={at === 0 && hasNext}
              write={write}
              send={send}
            />
          ))}
        </Group>
        <ProblemPanel problem={write.problem} />
      </Stack>
    </Panel>
  )
}

/** A step back, and one that has to say why, leave the path: they are there, and do not call. */
function leadsOn(register: Register, from: string, { to, asksReason, question }: Move): boolean {
  const order = Object.keys(stateWords(register))
  return order.indexOf(to) > order.indexOf(from) && (asksReason !== true || question !== undefined)
}

type ButtonProps = {
  readonly move: Move
  readonly contract: RegisterContract
  readonly isNext: boolean
  readonly write: { readonly isPending: boolean }
  readonly send: (to: string, reason?: string) => void
}

function MoveButton({ move, contract: { register }, isNext, write, send }: ButtonProps) {
  const { t } = useTranslation()
  const may = useMay(move.permission ?? register.write)
  const look = isNext ? {} : ({ variant: 'default' } as const)
  if (move.asksReason === true)
    return (
      <ReasonedStep
        {...look}
        label={t(move.label)}
        question={t(move.question ?? 'Why?')}
        refusals={may}
        isPending={write.isPending}
        problem={null}
        onSend={(reason) => send(move.to, reason)}
      />
    )
  return (
    <ActionButton {...look} refusals={may} loading={write.isPending} onClick={() => send(move.to)}>
      {t(move.label)}
    </ActionButton>
  )
}
