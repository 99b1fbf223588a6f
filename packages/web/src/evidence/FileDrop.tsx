import { Button, CloseButton, FileButton, Progress, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './evidence.module.css'
import type { Upload } from './use-uploads.ts'

type Props = {
  readonly uploads: readonly Upload[]
  readonly onAdd: (files: readonly File[]) => void
  readonly onRename: (key: string, title: string) => void
  readonly onRemove: (key: string) => void
  readonly error?: React.ReactNode
}

/** Files to drop or choose. Each is sent at once and becomes a piece of its own. */
export function FileDrop({ uploads, onAdd, onRename, onRemove, error }: Props) {
  const { t } = useTranslation()
  const [isOver, over] = useState(false)
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for a mouse; the button inside is for everybody. */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          over(true)
        }}
        onDragLeave={() => over(false)}
        onDrop={(event) => {
          event.preventDefault()
          over(false)
          onAdd([...event.dataTransfer.files])
        }}
      >
        <IconUpload size={22} stroke={1.5} aria-hidden="true" />
        <span className={classes.dropText}>{t('Drop files here, or')}</span>
        <FileButton multiple onChange={onAdd} inputProps={{ 'aria-label': t('Files') }}>
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {t('Choose files')}
            </Button>
          )}
        </FileButton>
        <span className={classes.note}>
          {t('Anything up to 100 MB. Its SHA-256 shows later that it never changed.')}
        </span>
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <ul className={classes.uploads}>
        {uploads.map((upload) => (
          <li key={upload.key} className={classes.upload}>
            <div className={classes.uploadLine}>
              <TextInput
                label={t('Title of {{name}}', { name: upload.name })}
                value={upload.title}
                maxLength={300}
                style={{ flex: 1 }}
                onChange={(event) => onRename(upload.key, event.currentTarget.value)}
              />
              <CloseButton
                aria-label={t('Leave {{name}} out', { name: upload.name })}
                onClick={() => onRemove(upload.key)}
              />
            </div>
            {upload.kept === null && upload.problem === null && (
              <Progress
                value={upload.share * 100}
                size="sm"
                aria-label={t('Sending {{name}}', { name: upload.name })}
              />
            )}
            {upload.kept && (
              <span className={classes.note}>{t('Kept: {{size}}', { size: sizeText(upload.kept.sizeBytes) })}</span>
            )}
            <ProblemPanel problem={upload.problem} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** `830 B`, `14 kB`, `2.3 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
