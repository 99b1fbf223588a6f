import { Button, CopyButton, Group } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './settings.module.css'

export type ShownOnceProps = {
  readonly title: string
  readonly secret: string
  readonly onDone: () => void
}

/** Something the server keeps no copy of: it stays on screen until the person says that it is in safe hands. */
export function ShownOnce({ title, secret, onDone }: ShownOnceProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.once} role="status">
      <strong>{title}</strong>
      <code className={classes.secret}>{secret}</code>
      <p className={classes.quiet}>{t('It is shown this once. Only a fingerprint of it is kept here.')}</p>
      <Group gap={8}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />} onClick={copy}>
              {copied ? t('Copied') : t('Copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('I have it')}
        </Button>
      </Group>
    </div>
  )
}
