import { promises } from '@sinew/contract/document/document-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)

/** Makes a promise of the sentence that is selected in the text. */
export function MarkPromise({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation()
  const may = useMay('document:write')
  const [sentence, mark] = useState<string | null>(null)
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        refusals={may}
        onClick={() => mark((getSelection()?.toString() ?? '').replace(/\s+/g, ' ').trim().slice(0, 500))}
      >
        {t('Mark a promise')}
      </ActionButton>
      {sentence !== null && (
        <RecordEditor
          contract={promises as unknown as RegisterContract}
          given={{ documentId }}
          suggested={{ title: sentence }}
          onClose={() => mark(null)}
        />
      )}
    </>
  )
}
