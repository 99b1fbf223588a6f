import { Button, Drawer, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './form.module.css'
import { LeaveGuard } from './LeaveGuard.tsx'

export type EditDrawerProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** True while there is input that closing would lose. */
  readonly isDirty: () => boolean
  readonly children: React.ReactNode
}

/**
 * A form beside the page. A click outside does nothing; Escape and the cross ask first while something would be lost, and
 * so does leaving the page.
 */
export function EditDrawer({ title, isOpen, onClose, isDirty, children }: EditDrawerProps) {
  const { t } = useTranslation()
  const [isAsking, ask] = useState(false)
  const close = () => {
    ask(false)
    onClose()
  }
  return (
    <Drawer
      opened={isOpen}
      onClose={() => (isDirty() ? ask(true) : close())}
      title={title}
      size="min(560px, 100vw)"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      {isAsking && (
        <Group className={classes.confirm} role="alertdialog" aria-label={t('Discard what you typed?')} mb="md">
          <span className={classes.question}>{t('Discard what you typed?')}</span>
          <Button size="xs" color="red" onClick={close}>
            {t('Discard')}
          </Button>
          <Button size="xs" variant="default" onClick={() => ask(false)}>
            {t('Keep editing')}
          </Button>
        </Group>
      )}
      <LeaveGuard isDirty={isDirty} />
      {children}
    </Drawer>
  )
}
