import { createLink } from '@sinew/contract/link/link-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Values } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)
const contract = nonconformities as unknown as RegisterContract

type Props = {
  /** What it is raised from: both are linked. */
  readonly from: { readonly entity: string; readonly id: string; readonly reference: string }
  /** What is known of it already. */
  readonly suggested: Values
  readonly size?: 'xs' | 'sm'
}

/** Raises a nonconformity from an object: what is known stands in the form, the two are linked, and its page comes next. */
export function RaiseNonconformity({ from, suggested, size = 'sm' }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('finding:write')
  const link = useOrganizationWrite(createLink)
  const [isOpen, open] = useState(false)
  const relate = async (nonconformityId: string, number: number) => {
    const linked = await link.send({
      params: { entity: 'nonconformity', entityId: nonconformityId },
      body: {
        toEntity: from.entity,
        toId: from.id,
        relation: t('Found in {{reference}}', { reference: from.reference }),
      },
    })
    if (linked !== undefined) await go(paths.registered, { register: contract.register.plural, number })
  }
  return (
    <>
      <ActionButton variant="default" size={size} refusals={may} onClick={() => open(true)}>
        {t('Raise a nonconformity')}
      </ActionButton>
      <ProblemPanel problem={link.problem} />
      {isOpen && (
        <RecordEditor
          contract={contract}
          suggested={suggested}
          onClose={() => open(false)}
          onDone={({ id, number }) => void relate(id, number)}
        />
      )}
    </>
  )
}
