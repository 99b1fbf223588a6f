import { Button, Group, Modal } from '@mantine/core'
import { useTranslation } from '../../i18n/use-translation.ts'

export type DiscardDialogProps = { readonly onDiscard: () => void; readonly onKeep: () => void }

/** The way to another page is open only after this question. */
export function DiscardDialog({ onDiscard, onKeep }: DiscardDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onKeep} title={t('Discard what you typed?')} closeButtonProps={{ 'aria-label': t('Close') }}>
      <Group>
        <Button color="red" onClick={onDiscard}>
          {t('Discard')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('Keep editing')}
        </Button>
      </Group>
    </Modal>
  )
}
