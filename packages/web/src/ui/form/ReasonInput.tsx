import { Textarea } from '@mantine/core'
import { useTranslation } from '../../i18n/use-translation.ts'

export type ReasonInputProps = {
  readonly label?: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (reason: string) => void
}

/** Why a decision is made: three characters at least; the ledger keeps it. */
export function ReasonInput({ label, placeholder, value, onChange }: ReasonInputProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      label={label ?? t('Reason')}
      description={t('Stays in the ledger with every change.')}
      placeholder={placeholder}
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
