import { Skeleton } from '@mantine/core'
import { createComment, deleteComment, listComments, updateComment } from '@sinew/contract/comment/comment-contract.ts'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { problemOf } from '../api/use-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { CommentBox } from '../ui/history/CommentBox.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

export type CommentThreadProps = { readonly entity: ObjectEntity; readonly entityId: string }

/** What people say about an object. Stands on every object's page. */
export function CommentThread({ entity, entityId }: CommentThreadProps) {
  const { t } = useTranslation()
  const may = useMay('comment:write')
  const params = { entity, entityId }
  const { data: session } = useSuspenseQuery(sessionQuery)
  const thread = useQuery(useOrganizationApi().query(listComments, { params }))
  const create = useOrganizationWrite(createComment)
  const update = useOrganizationWrite(updateComment)
  const remove = useOrganizationWrite(deleteComment)
  const comments = thread.data?.items ?? []
  const version = (id: string) => comments.find((comment) => comment.id === id)?.version
  const problem = create.problem ?? update.problem ?? remove.problem ?? (thread.error && problemOf(thread.error))
  return (
    <Panel title={t('Comments')}>
      <ProblemPanel problem={problem} />
      {thread.isPending && <Skeleton height={64} />}
      {thread.data && (
        <CommentBox
          comments={comments.map(({ id, authorName, authorUserId, createdAt, body, edited }) => ({
            id,
            authorName,
            at: createdAt,
            text: body,
            isEdited: edited,
            isMine: authorUserId === session.user?.id,
          }))}
          refusals={may}
          onSend={async (body) => (await create.send({ params, body: { body } })) !== undefined}
          onChange={async (commentId, body) =>
            (await update.send({ params: { commentId }, version: version(commentId), body: { body } })) !== undefined
          }
          onRemove={(commentId) => void remove.send({ params: { commentId }, version: version(commentId) })}
        />
      )}
    </Panel>
  )
}
