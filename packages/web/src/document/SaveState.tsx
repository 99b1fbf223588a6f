import { Button } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import type { SaverState } from './draft-saver.ts'

/** Whether what is typed is at the server. */
export function SaveState({ state, onSave }: { readonly state: SaverState; readonly onSave: () => void }) {
  const { t } = useTranslation()
  const sentences = {
    saved: t('Everything is saved.'),
    unsaved: t('Saved in a moment; kept in this browser meanwhile.'),
    saving: t('Saving…'),
    unreachable: t('The server cannot be reached. What you typed is kept in this browser, and sent again.'),
    conflict: t('Somebody else changed this draft. Choose below what holds.'),
    refused: state.message,
  } as const
  const isWrong = ['unreachable', 'conflict', 'refused'].includes(state.status)
  return (
    <span role="status">
      <StatusSentence tone={isWrong ? 'bad' : 'calm'}>{sentences[state.status]}</StatusSentence>
      {(state.status === 'unsaved' || state.status === 'unreachable') && (
        <Button size="compact-xs" variant="subtle" onClick={onSave}>
          {t('Save now')}
        </Button>
      )}
    </span>
  )
}
