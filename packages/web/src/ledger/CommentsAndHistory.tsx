import { SimpleGrid } from '@mantine/core'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { later } from '../ui/later.ts'

const CommentThread = later(async () => (await import('../comment/CommentThread.tsx')).CommentThread)
const ObjectHistory = later(async () => (await import('./ObjectHistory.tsx')).ObjectHistory)

type Props = { readonly entity: ObjectEntity; readonly entityId: string }

/** At the end of every object's page: what people say about it beside what became of it. */
export function CommentsAndHistory({ entity, entityId }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
      <CommentThread entity={entity} entityId={entityId} />
      <ObjectHistory entity={entity} entityId={entityId} />
    </SimpleGrid>
  )
}
