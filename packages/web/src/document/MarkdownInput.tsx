import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { uploadFile } from '@sinew/contract/file/file-contract.ts'
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './editor.module.css'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { type Edit, emptyTable, insertBlock, insertLink, markLines, type Selection, wrap } from './markdown-edits.ts'

type Tool = {
  readonly key: string
  readonly label: string
  /** Pressed with Ctrl or ⌘. */
  readonly shortcut?: string
  readonly icon: typeof IconBold
  readonly edit: (selection: Selection) => Edit
}

const tools: readonly Tool[] = [
  { key: 'bold', label: 'Bold', shortcut: 'B', icon: IconBold, edit: (at) => wrap(at, '**', 'bold') },
  { key: 'italic', label: 'Italic', shortcut: 'I', icon: IconItalic, edit: (at) => wrap(at, '*', 'italic') },
  { key: 'code', label: 'Code', shortcut: 'E', icon: IconCode, edit: (at) => wrap(at, '`', 'code') },
  { key: 'h1', label: 'Heading', shortcut: 'Alt+1', icon: IconH1, edit: (at) => markLines(at, 'heading1') },
  { key: 'h2', label: 'Heading below', shortcut: 'Alt+2', icon: IconH2, edit: (at) => markLines(at, 'heading2') },
  { key: 'h3', label: 'Third heading', shortcut: 'Alt+3', icon: IconH3, edit: (at) => markLines(at, 'heading3') },
  { key: 'list', label: 'List', shortcut: 'Shift+8', icon: IconList, edit: (at) => markLines(at, 'bullets') },
  {
    key: 'numbers',
    label: 'Numbered list',
    shortcut: 'Shift+7',
    icon: IconListNumbers,
    edit: (at) => markLines(at, 'numbers'),
  },
  { key: 'quote', label: 'Quote', shortcut: 'Shift+9', icon: IconBlockquote, edit: (at) => markLines(at, 'quote') },
  { key: 'link', label: 'Link', shortcut: 'Shift+K', icon: IconLink, edit: insertLink },
  { key: 'table', label: 'Table', icon: IconTable, edit: (at) => insertBlock(at, emptyTable) },
]

type Props = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSave: () => void
  /** Nothing can be typed: whoever reads it may not write. */
  readonly isReadOnly: boolean
}

/** A text area for Markdown: a toolbar with keys, pictures that are pasted or chosen, and pages pasted as Markdown. */
export function MarkdownInput({ value, onChange, onSave, isReadOnly }: Props) {
  const { t } = useTranslation()
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const { send, problem } = useImages((words) => apply((at) => insertBlock(at, words)))
  const apply = (edit: (selection: Selection) => Edit) => {
    if (area.current !== null && !isReadOnly) put(area.current, edit, onChange)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return
    if (event.code === 'KeyS') {
      event.preventDefault()
      onSave()
      return
    }
    const tool = tools.find(({ shortcut }) => shortcut !== undefined && isPressed(event, shortcut))
    if (tool === undefined) return
    event.preventDefault()
    event.stopPropagation()
    apply(tool.edit)
  }
  const onPaste = (event: React.ClipboardEvent) => {
    const pictures = [...event.clipboardData.files].filter(({ type }) => /^image\/(png|jpeg)$/.test(type))
    const html = event.clipboardData.getData('text/html')
    if (pictures.length === 0 && html === '') return
    event.preventDefault()
    // A word processor puts a picture of the text beside the text: the text is meant.
    const markdown = html === '' ? '' : htmlToMarkdown(html)
    if (markdown !== '') apply(({ start, end }) => insertion(start, end, markdown))
    else pictures.forEach(send)
  }
  return (
    <div className={classes.input}>
      <Group gap={2} role="toolbar" aria-label={t('Format')} className={classes.toolbar}>
        {tools.map(({ key, label, shortcut, icon: Icon, edit }) => (
          <Tooltip key={key} label={shortcut === undefined ? t(label) : `${t(label)} (Ctrl+${shortcut})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              disabled={isReadOnly}
              aria-label={t(label)}
              onClick={() => apply(edit)}
            >
              <Icon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ))}
        <Tooltip label={t('Image (PNG or JPEG)')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('Image')}
            disabled={isReadOnly}
            onClick={() => picker.current?.click()}
          >
            <IconPhoto size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg"
          multiple
          hidden
          onChange={(event) => {
            ;[...(event.currentTarget.files ?? [])].forEach(send)
            event.currentTarget.value = ''
          }}
        />
      </Group>
      <ProblemPanel problem={problem} />
      <textarea
        ref={area}
        className={classes.area}
        aria-label={t('Text, in Markdown')}
        spellCheck
        maxLength={400_000}
        value={value}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  )
}

function insertion(start: number, end: number, insert: string): Edit {
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}

function isPressed(event: React.KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const code = /^\d$/.test(key) ? `Digit${key}` : `Key${key}`
  return event.code === code && event.shiftKey === parts.includes('Shift') && event.altKey === parts.includes('Alt')
}

/** Writes into the text area as if it was typed, so that undo takes it back. */
function put(area: HTMLTextAreaElement, edit: (selection: Selection) => Edit, onChange: (value: string) => void): void {
  const { value: text, selectionStart: start, selectionEnd: end } = area
  const made = edit({ text, start, end })
  area.focus()
  area.setSelectionRange(made.from, made.to)
  const isTyped =
    made.insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, made.insert)
  if (!isTyped) area.setRangeText(made.insert, made.from, made.to)
  onChange(area.value)
  area.setSelectionRange(made.start, made.end)
}

/** Sends pictures to the file store; each stands in the text once it is there. */
function useImages(onImage: (markdown: string) => void) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null)
  const send = (file: File) => {
    setProblem(null)
    const name = file.name || 'image.png'
    apiClient.call(uploadFile, { params: { organizationId }, query: { name }, body: file }).then(
      (kept) => {
        // By its bytes, not by its name.
        if (!/^image\/(png|jpeg)$/.test(kept.mediaType))
          return setProblem({
            type: 'about:blank',
            status: 422,
            title: t('“{{name}}” is no PNG or JPEG image', { name }),
            detail: t('Save it as one of them, and choose it again.'),
          })
        onImage(`![${name.replace(/\.[^.]+$/, '').replace(/[[\]]/g, '')}](file:${kept.id})`)
      },
      (error: Error) => setProblem(problemOf(error)),
    )
  }
  return { send, problem }
}
