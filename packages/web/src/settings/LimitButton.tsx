import { limitMember, type Member } from '@sinew/contract/member/member-contract.ts'
import { type AccessLimits, refuseLimits } from '@sinew/core/access/access-limits.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { LimitFields } from './LimitFields.tsx'

/** Extends, ends or narrows the access of a member. */
export function LimitButton({ member }: { readonly member: Member }) {
  const { t } = useTranslation()
  const { role: actorRole } = useOrganization()
  const may = useMay('member:limit')
  const write = useOrganizationWrite(limitMember)
  const { accessUntil, readFrom, readUntil, areas } = member
  const [limits, set] = useState<AccessLimits>({ accessUntil, readFrom, readUntil, areas })
  const [reason, say] = useState('')
  return (
    <AskButton label={t('Access')} variant="subtle" refusals={may} width={340}>
      {(close) => (
        <>
          <LimitFields role={member.role} limits={limits} onChange={set} />
          <ReasonInput value={reason} onChange={say} />
          <ProblemPanel problem={write.problem} />
          <ActionButton
            size="xs"
            refusals={refuseLimits({ actorRole, role: member.role, limits })}
            loading={write.isPending}
            onClick={async () => {
              const body = { ...limits, areas: [...limits.areas], reason }
              const saved = await write.send({ params: { memberId: member.id }, version: member.version, body })
              if (saved) close()
            }}
          >
            {t('Set the limits')}
          </ActionButton>
        </>
      )}
    </AskButton>
  )
}
