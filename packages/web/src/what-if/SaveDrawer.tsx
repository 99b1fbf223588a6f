import { Textarea, TextInput } from '@mantine/core'
import { createWhatIf, type SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { contentOf } from './content-of.ts'

type Values = { readonly name: string; readonly note: string }

type Props = {
  readonly content: WhatIf
  /** Of the one that is copied. */
  readonly name?: string
  readonly note?: string
  readonly onClose: () => void
  readonly onSaved: (saved: SavedWhatIf) => void
}

/** Keeps a changed world under a name, with today's figures. */
export function SaveDrawer({ content, name = '', note = '', onClose, onSaved }: Props) {
  const { t } = useTranslation()
  return (
    <RecordDrawer<typeof createWhatIf, Values>
      title={t('Save this what-if')}
      route={createWhatIf}
      values={{ name, note }}
      toBody={(values) => ({ ...values, content: contentOf(content) })}
      onClose={onClose}
      onDone={onSaved}
    >
      {(form) => (
        <>
          <TextInput
            label={t('Name')}
            description={t('The question it answers, as somebody would ask it.')}
            withAsterisk
            data-autofocus
            maxLength={120}
            {...form.getInputProps('name')}
          />
          <Textarea label={t('Note')} autosize minRows={3} maxLength={5_000} {...form.getInputProps('note')} />
        </>
      )}
    </RecordDrawer>
  )
}
