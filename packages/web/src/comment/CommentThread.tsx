import { Skeleton } from '@mantine/core'
import { createComment, deleteComment, listComments, updateComment } from '@sinew/contract/comment/comment-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useMayAsk, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { problemOf } from '../api/use-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentBox } from '../ui/history/CommentBox.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

export type CommentThreadProps = { readonly entity: ObjectEntity; readonly entityId: string }

/** What people say about an object. Stands on every object's page. */
export function CommentThread(props: CommentThreadProps) {
  return useMayAsk(listComments) && <Thread {...props} />
}

function Thread({ entity, entityId }: CommentThreadProps) {
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
    <Panel title={t('Comments')} standing={comments.length || undefined}>
      <ProblemPanel problem={problem} />
      {thread.isPending && <Skeleton height={64} />}
      {thread.data && (
        <CommentBox
          comments={comments.map(({ id, authorName, authorUserId, createdAt, body, edited, mentions }) => ({
            id,
            authorName,
            at: createdAt,
            text: body,
            isEdited: edited,
            mentions: mentions.map(({ personId, name }) => ({ name, link: <Mentioned key={personId} name={name} /> })),
            isMine: authorUserId === session.user?.id,
          }))}
          refusals={may}
          usePeople={usePeopleNamed}
          onSend={async (body, personIds) =>
            (await create.send({ params, body: { body, personIds: [...personIds] } })) !== undefined
          }
          onChange={async (commentId, body, personIds) =>
            (await update.send({
              params: { commentId },
              version: version(commentId),
              body: { body, personIds: [...personIds] },
            })) !== undefined
          }
          onRemove={(commentId) => void remove.send({ params: { commentId }, version: version(commentId) })}
        />
      )}
    </Panel>
  )
}

/** A name that a comment addresses, with the way to that person. */
function Mentioned({ name }: { readonly name: string }) {
  return (
    <PageLink to={paths.people} search={{ q: name }} inherit fw={550}>
      @{name}
    </PageLink>
  )
}

/** People who are here and whose names fit what is typed after an @. */
function usePeopleNamed(typed: string | null): readonly { readonly id: string; readonly name: string }[] {
  const api = useOrganizationApi()
  const query = { active: true, pageSize: 6, ...(typed?.trim() ? { q: typed.trim() } : {}) }
  const people = useQuery({
    ...api.query(listPeople, { query }),
    enabled: typed !== null && api.mayAsk(listPeople),
    placeholderData: keepPreviousData,
  })
  return people.data?.items ?? []
}
