import { textPieces } from '@sinew/core/comment/text-pieces.ts'
import { Fragment, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ConfirmInline } from '../form/ConfirmInline.tsx'
import { When } from '../When.tsx'
import { CommentInput, type FindPeople } from './CommentBox.tsx'
import classes from './history.module.css'

export type CommentItemProps = {
  readonly comment: {
    readonly id: string
    readonly authorName: string
    readonly at: string
    readonly text: string
    /** Names it addresses, with the page of each. */
    readonly mentions?: readonly { readonly name: string; readonly link: React.ReactNode }[]
    readonly isEdited?: boolean
    /** The reader wrote it, so the reader may change and remove it. */
    readonly isMine?: boolean
  }
  /** True when it was kept. */
  readonly onChange?: (id: string, text: string, personIds: readonly string[]) => Promise<boolean>
  readonly onRemove?: (id: string) => void
  readonly usePeople?: FindPeople | undefined
}

export function CommentItem({ comment, onChange, onRemove, usePeople }: CommentItemProps) {
  const { t } = useTranslation()
  const [isEditing, edit] = useState(false)
  return (
    <li className={classes.comment}>
      <div className={classes.said}>
        <span className={classes.who}>
          <strong>{comment.authorName}</strong> · <When at={comment.at} />
          {comment.isEdited && <> · {t('edited')}</>}
        </span>
        {comment.isMine && !isEditing && onChange && (
          <button type="button" className={classes.asOf} onClick={() => edit(true)}>
            {t('Edit')}
          </button>
        )}
        {comment.isMine && !isEditing && onRemove && (
          <ConfirmInline
            size="compact-xs"
            variant="subtle"
            question={t('Remove this comment?')}
            confirm={t('Remove')}
            onConfirm={() => onRemove(comment.id)}
          >
            {t('Remove')}
          </ConfirmInline>
        )}
      </div>
      {!isEditing && (
        <p>
          <Said text={comment.text} mentions={comment.mentions ?? []} />
        </p>
      )}
      {isEditing && onChange && (
        <CommentInput
          label={t('Your comment')}
          send={t('Save')}
          text={comment.text}
          onCancel={() => edit(false)}
          usePeople={usePeople}
          onSend={async (text, personIds) => {
            const isKept = await onChange(comment.id, text, personIds)
            if (isKept) edit(false)
            return isKept
          }}
        />
      )}
    </li>
  )
}

type SaidProps = { readonly text: string } & { readonly mentions: NonNullable<CommentItemProps['comment']['mentions']> }

/** Names that are addressed lead to whoever they are. */
function Said({ text, mentions }: SaidProps): React.ReactNode {
  const [first, ...rest] = mentions
  if (first === undefined) return <PlainText text={text} />
  return text.split(`@${first.name}`).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places.
    <Fragment key={index}>
      {index > 0 && first.link}
      <Said text={piece} mentions={rest} />
    </Fragment>
  ))
}

/** Text as it was typed; only web addresses are links, and they tell the other side nothing about this page. */
function PlainText({ text }: { readonly text: string }) {
  return textPieces(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places.
      <a key={index} href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ),
  )
}
