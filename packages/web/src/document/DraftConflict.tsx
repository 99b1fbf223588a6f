import { Button, Group, Stack } from '@mantine/core'
import { getDocumentVersion } from '@sinew/contract/document/document-version-contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import type { DraftSaver, DraftWords } from './draft-saver.ts'
import classes from './editor.module.css'

type Props = { readonly documentVersionId: string; readonly saver: DraftSaver; readonly mine: DraftWords }

/** What somebody else saved meanwhile beside what is typed here; nothing is sent before one is chosen. */
export function DraftConflict({ documentVersionId, saver, mine }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { organizationId } = useOrganizationApi()
  const params = { organizationId, documentVersionId }
  const theirs = useQuery({
    queryKey: ['draft conflict', params, {}],
    queryFn: () => apiClient.call(getDocumentVersion, { params }),
    gcTime: 0,
    staleTime: 0,
  }).data
  if (theirs === undefined) return null
  const settle = async (words: DraftWords, isTheirs: boolean) => {
    await saver.settle({ content: words.content, changeNote: words.changeNote }, theirs.version, isTheirs)
    await queries.invalidateQueries()
  }
  return (
    <Panel title={t('{{name}} changed this draft meanwhile', { name: theirs.authorName })}>
      <div className={classes.sides}>
        <Stack gap="xs">
          <Group justify="space-between">
            <strong>{t('Theirs')}</strong>
            <Button size="xs" variant="default" onClick={() => void settle(theirs, true)}>
              {t('Take theirs')}
            </Button>
          </Group>
          <pre className={classes.side}>{theirs.content}</pre>
        </Stack>
        <Stack gap="xs">
          <Group justify="space-between">
            <strong>{t('Mine')}</strong>
            <Button size="xs" onClick={() => void settle(mine, false)}>
              {t('Keep mine')}
            </Button>
          </Group>
          <pre className={classes.side}>{mine.content}</pre>
        </Stack>
      </div>
    </Panel>
  )
}
