import { Button, MultiSelect } from '@mantine/core'
import type { proveByAnswers, proveByCertificate, proveByReview } from '@sinew/contract/supplier/supplier-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { supplierNeedsQuery } from './supplier-queries.ts'

type Props = {
  readonly route: typeof proveByCertificate | typeof proveByReview | typeof proveByAnswers
  readonly params: Readonly<Record<string, string>>
}

/** Makes a piece of evidence of it, for needs of the controls on suppliers. */
export function UseAsEvidence({ route, params }: Props) {
  const { t } = useTranslation()
  const may = useMay('evidence:write')
  const needs = useQuery(supplierNeedsQuery(useOrganizationApi())).data?.items ?? []
  const [needIds, choose] = useState<readonly string[]>([])
  const [isOpen, unfold] = useState(false)
  const write = useOrganizationWrite(route as typeof proveByCertificate)
  return (
    <AskButton label={t('Use as evidence')} refusals={may} width={340}>
      {(close) => (
        <>
          <MultiSelect
            label={t('What it proves')}
            searchable
            comboboxProps={{ withinPortal: false }}
            dropdownOpened={isOpen}
            onDropdownOpen={() => unfold(true)}
            onDropdownClose={() => unfold(false)}
            // The list would lie on the button below it.
            onOptionSubmit={() => unfold(false)}
            data={needs.map(({ needId, title, controlRef }) => ({ value: needId, label: `${controlRef} ${title}` }))}
            value={[...needIds]}
            onChange={choose}
          />
          <ProblemPanel problem={write.problem} />
          <Button
            size="xs"
            disabled={needIds.length === 0}
            loading={write.isPending}
            onClick={async () => {
              if ((await write.send({ params, body: { needIds: [...needIds] } })) !== undefined) close()
            }}
          >
            {t('Use as evidence')}
          </Button>
        </>
      )}
    </AskButton>
  )
}
