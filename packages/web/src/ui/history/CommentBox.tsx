import { Group, Textarea } from '@mantine/core'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ActionButton.tsx'
import { When } from '../When.tsx'
import classes from './history.module.css'

export type Comment = { readonly id: string; readonly authorName: string; readonly at: string; readonly text: string }

export type CommentBoxProps = {
  /** Oldest first. */
  readonly comments: readonly Comment[]
  /** True when it was kept; the text stays in the box otherwise. */
  readonly onSend: (text: string) => Promise<boolean>
  readonly refusals?: readonly Refusal[]
}

const longest = 5_000

/** What people say about an object. */
export function CommentBox({ comments, onSend, refusals = [] }: CommentBoxProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const send = async () => {
    if (text.trim() === '') return
    setSending(true)
    const isKept = await onSend(text.trim())
    setSending(false)
    if (isKept) setText('')
  }
  return (
    <div>
      {comments.length === 0 && <p className={classes.none}>{t('Nobody has said anything yet.')}</p>}
      <ul className={classes.comments}>
        {comments.map((comment) => (
          <li key={comment.id} className={classes.comment}>
            <span className={classes.who}>
              <strong>{comment.authorName}</strong> · <When at={comment.at} />
            </span>
            <p>{comment.text}</p>
          </li>
        ))}
      </ul>
      <Textarea
        aria-label={t('Comment')}
        placeholder={t('Say something about this')}
        autosize
        minRows={2}
        maxLength={longest}
        value={text}
        disabled={refusals.length > 0}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send()
        }}
      />
      <Group justify="flex-end" mt={6}>
        <ActionButton size="xs" variant="light" loading={isSending} refusals={refusals} onClick={() => void send()}>
          {t('Comment')}
        </ActionButton>
      </Group>
    </div>
  )
}
