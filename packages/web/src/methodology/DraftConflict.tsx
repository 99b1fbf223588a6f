import { getMethodologyVersion } from '@sinew/contract/methodology/methodology-contract.ts'
import { methodologyDiff } from '@sinew/core/methodology/methodology-diff.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ConflictPanel } from '../ui/form/ConflictPanel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import type { DraftValues } from './DraftEditor.tsx'
import { FieldValue } from './FieldValue.tsx'
import { fieldName } from './field-name.ts'

type Props = {
  readonly methodologyId: string
  readonly mine: DraftValues
  readonly onKeepMine: (version: number) => void
  readonly onTakeTheirs: (values: DraftValues) => void
}

/** What somebody else wrote into the draft meanwhile, leaf by leaf. */
export function DraftConflict({ methodologyId, mine, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { organizationId } = useOrganizationApi()
  const { data: theirs, error } = useQuery({
    queryKey: ['conflict', useId()],
    queryFn: () => apiClient.call(getMethodologyVersion, { params: { organizationId, methodologyId } }),
    gcTime: 0,
    staleTime: 0,
  })
  if (error) return <ProblemPanel problem={problemOf(error)} />
  if (theirs === undefined) return null
  const differences = methodologyDiff({ ...theirs.content, note: theirs.note }, { ...mine.content, note: mine.note })
  return (
    <ConflictPanel
      fields={differences.map(({ path, before, after }) => ({
        key: path,
        label: path === 'note' ? t('What changes, and why') : fieldName(t, path),
        theirs: <FieldValue path={path} value={before} />,
        mine: <FieldValue path={path} value={after} />,
      }))}
      onKeepMine={() => onKeepMine(theirs.version)}
      onTakeTheirs={() => {
        onTakeTheirs({ content: theirs.content, note: theirs.note })
        void queries.invalidateQueries()
      }}
    />
  )
}
