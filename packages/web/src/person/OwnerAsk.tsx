import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import type { AskProps } from '../ui/form/BulkChanges.tsx'
import { PersonSelect } from './PersonSelect.tsx'

/** Gives all chosen rows to one person. */
export function OwnerAsk({
  refusals,
  isPending,
  onSend,
}: AskProps & { readonly onSend: (ownerId: string | null) => void }) {
  const { t } = useTranslation()
  const [owner, setOwner] = useState<string | null>(null)
  return (
    <AskButton label={t('Owner')} refusals={refusals}>
      <PersonSelect label={t('New owner')} comboboxProps={{ withinPortal: false }} value={owner} onChange={setOwner} />
      <Button size="xs" disabled={owner === null} loading={isPending} onClick={() => onSend(owner)}>
        {t('Give to this person')}
      </Button>
    </AskButton>
  )
}
