import { Button, Group } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'

export type HelpPart = { readonly key: string; readonly name: string; readonly body: React.ReactNode }

/** Help under an input, one kind at a time, closed until asked for. */
export function EstimateHelp({ label, parts }: { readonly label: string; readonly parts: readonly HelpPart[] }) {
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState<string | null>(null)
  const part = parts.find(({ key }) => key === open)
  return (
    <div>
      <Group gap={4} role="group" aria-label={t('Help with {{label}}', { label })}>
        {parts.map(({ key, name }) => (
          <Button
            key={key}
            size="compact-xs"
            variant={key === open ? 'light' : 'subtle'}
            aria-expanded={key === open}
            aria-controls={id}
            onClick={() => setOpen(key === open ? null : key)}
          >
            {name}
          </Button>
        ))}
      </Group>
      <div id={id}>{part?.body}</div>
    </div>
  )
}
