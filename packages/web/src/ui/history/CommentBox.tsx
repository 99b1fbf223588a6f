import { Group, Textarea } from '@mantine/core'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActionButton } from '../ActionButton.tsx'
import { LeaveGuard } from '../form/LeaveGuard.tsx'
import { isOffered } from '../offered.ts'
import { CommentItem, type CommentItemProps } from './CommentItem.tsx'
import classes from './history.module.css'

export type CommentBoxProps = Pick<CommentItemProps, 'onChange' | 'onRemove'> & {
  /** Oldest first. */
  readonly comments: readonly CommentItemProps['comment'][]
  /** True when it was kept; the text stays in the box otherwise. */
  readonly onSend: (text: string, personIds: readonly string[]) => Promise<boolean>
  /** Why nothing can be said now. */
  readonly refusals?: readonly Refusal[]
  /** People whose names begin so, where a comment can address somebody. */
  readonly usePeople?: FindPeople
}

export type FindPeople = (typed: string | null) => readonly { readonly id: string; readonly name: string }[]

/** What people say about an object. */
export function CommentBox({ comments, onSend, refusals = [], usePeople, onChange, onRemove }: CommentBoxProps) {
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
            usePeople={usePeople}
          />
        ))}
      </ul>
      {isOffered(refusals) && (
        <CommentInput
          label={t('Comment')}
          send={t('Comment')}
          refusals={refusals}
          onSend={onSend}
          usePeople={usePeople}
        />
      )}
    </div>
  )
}

export type CommentInputProps = {
  readonly label: string
  readonly send: string
  readonly text?: string
  readonly refusals?: readonly Refusal[]
  readonly onSend: (text: string, personIds: readonly string[]) => Promise<boolean>
  readonly usePeople?: FindPeople | undefined
  readonly onCancel?: () => void
}

/** As many as the server takes. */
const longest = 10_000

const nobody: FindPeople = () => []

export function CommentInput({
  label,
  send,
  text: initial = '',
  refusals = [],
  onSend,
  usePeople = nobody,
  onCancel,
}: CommentInputProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(initial)
  const [isSending, setSending] = useState(false)
  const [addressed, address] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const typed = nameBeingTyped(text)
  const people = usePeople(typed)
  const mention = (person: { readonly id: string; readonly name: string }) => {
    setText(`${text.slice(0, text.length - (typed?.length ?? 0))}${person.name} `)
    address([...addressed, person])
  }
  const submit = async () => {
    if (text.trim() === '') return
    setSending(true)
    const isKept = await onSend(
      text.trim(),
      addressed.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id),
    )
    setSending(false)
    if (isKept) setText('')
  }
  return (
    <div data-screen-only>
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
      {typed !== null && people.length > 0 && (
        <Group gap={6} mt={6} role="group" aria-label={t('Address somebody')}>
          {people.map((person) => (
            <ActionButton key={person.id} size="compact-xs" variant="default" onClick={() => mention(person)}>
              @{person.name}
            </ActionButton>
          ))}
        </Group>
      )}
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
    </div>
  )
}

/** What stands after the last @ of a text, while it can still become a name; null where nobody is being addressed. */
export function nameBeingTyped(text: string): string | null {
  return /(?:^|\s)@([\p{L}\p{M}'’ .-]{0,40})$/u.exec(text)?.[1] ?? null
}
