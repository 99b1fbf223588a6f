import { Group, Select } from '@mantine/core'
import { makeObligation } from '@sinew/contract/context/requirement-obligation-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Kind = 'law' | 'contract' | 'promise'

/** Makes a requirement an obligation, which then justifies the controls that meet it. */
export function MakeObligation({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('obligation:write')
  const [kind, choose] = useState<Kind>('contract')
  const write = useOrganizationWrite(makeObligation)
  if (record.obligationId !== null) return null
  return (
    <Panel
      title={t('Make it an obligation')}
      hint={t('An obligation is answered by controls, and is their reason in the Statement of Applicability.')}
    >
      <ProblemPanel problem={write.problem} />
      <Group gap="xs" align="end">
        <Select
          label={t('What kind')}
          allowDeselect={false}
          data={[
            { value: 'law', label: t('Law') },
            { value: 'contract', label: t('Contract') },
            { value: 'promise', label: t('Promise') },
          ]}
          value={kind}
          onChange={(value) => choose((value ?? 'contract') as Kind)}
        />
        <ActionButton
          refusals={may}
          loading={write.isPending}
          onClick={() =>
            void write.send({
              params: { partyRequirementId: record.id },
              version: record.version,
              body: { kind, obligationId: null },
            })
          }
        >
          {t('Make it an obligation')}
        </ActionButton>
      </Group>
    </Panel>
  )
}
