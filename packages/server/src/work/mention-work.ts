import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { workColumns } from './work-columns.ts'

/** How much of a comment stands on the list. */
const shownLength = 140

/** Comments that address somebody who neither said anything there since nor put it aside. */
export function mentionWork(db: Reader) {
  return [
    db
      .selectFrom('comment_mention as mention')
      .innerJoin('comment', 'comment.id', 'mention.comment_id')
      .innerJoin('person as mentioned', 'mentioned.id', 'mention.person_id')
      .where('mention.dismissed_at', 'is', null)
      .whereRef('comment.author_user_id', 'is distinct from', 'mentioned.user_id')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('comment as answer')
              .select('answer.id')
              .whereRef('answer.entity', '=', 'comment.entity')
              .whereRef('answer.entity_id', '=', 'comment.entity_id')
              .whereRef('answer.author_user_id', '=', 'mentioned.user_id')
              .whereRef('answer.created_at', '>', 'comment.created_at'),
          ),
        ),
      )
      .select(
        workColumns({
          kind: 'mention',
          entity: sql<string>`mention.entity`,
          id: 'mention.id',
          entityId: 'mention.entity_id',
          ref: sql<string>`''`,
          title: sql<string>`left(comment.body, ${sql.lit(shownLength)})`,
          what: 'Answer',
          dueAt: null,
          shownFrom: null,
          personId: sql<string>`mention.person_id`,
          note: sql<string>`comment.author_name`,
        }),
      ),
  ]
}
