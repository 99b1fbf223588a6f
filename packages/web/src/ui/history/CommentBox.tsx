import { Group, Textarea } from '@mantine/core'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ActionButton.tsx'
import { LeaveGuard } from '../form/LeaveGuard.tsx'
import { CommentItem, type CommentItemProps } from './CommentItem.tsx'
import classes from './history.module.css'

export type CommentBoxProps = Pick<CommentItemProps, 'onChange' | 'onRemove'> & {
  /** Oldest first. */
  readonly comments: readonly CommentItemProps['comment'][]
  /** True when it was kept; the text stays in the box otherwise. */
  readonly onSend: (text: string) => Promise<boolean>
  /** Why nothing can be said now. */
  readonly refusals?: readonly Refusal[]
}

/** What people say about an object. */
export function CommentBox({ comments, onSend, refusals = [], onChange, onRemove }: CommentBoxProps) {
  const { t } = useTranslation()
  return (
    <div>
      {comments.length === 0 && <p className={classes.none}>{t('Nobody has said anything yet.')}</p>}
      <ul className={classes.comments}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            onChange={refusals.length === 0 ? onChange : undefined}
            onRemove={refusals.length === 0 ? onRemove : undefined}
          />
        ))}
      </ul>
      <CommentInput label={t('Comment')} send={t('Comment')} refusals={refusals} onSend={onSend} />
    </div>
  )
}

export type CommentInputProps = {
  readonly label: string
  readonly send: string
  readonly text?: string
  readonly refusals?: readonly Refusal[]
  readonly onSend: (text: string) => Promise<boolean>
  readonly onCancel?: () => void
}

/** As many as the server takes. */
const longest = 10_000

export function CommentInput({ label, send, text: initial = '', refusals = [], onSend, onCancel }: CommentInputProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(initial)
  const [isSending, setSending] = useState(false)
  const submit = async () => {
    if (text.trim() === '') return
    setSending(true)
    const isKept = await onSend(text.trim())
    setSending(false)
    if (isKept) setText('')
  }
  return (
    <>
      <LeaveGuard isDirty={() => text.trim() !== initial.trim()} />
      <Textarea
        aria-label={label}
        placeholder={t('Say something about this')}
        autosize
        minRows={2}
        maxLength={longest}
        value={text}
        disabled={refusals.length > 0}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit()
          if (event.key === 'Escape' && text === initial) onCancel?.()
        }}
      />
      <Group justify="flex-end" mt={6} gap={6}>
        {onCancel && (
          <ActionButton size="xs" variant="subtle" onClick={onCancel}>
            {t('Cancel')}
          </ActionButton>
        )}
        <ActionButton size="xs" variant="light" loading={isSending} refusals={refusals} onClick={() => void submit()}>
          {send}
        </ActionButton>
      </Group>
    </>
  )
}
