import { Radio, Stack } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import type { RecordForm } from '../ui/form/record-form.ts'

type Props = {
  readonly label: string
  /** What each means where the question is asked. */
  readonly meaning: Readonly<Record<'operation' | 'design', string>>
  readonly field: ReturnType<RecordForm<object>['getInputProps']>
}

/** Whether something shows that a control works, or how it is meant to: only the first proves operation. */
export function NatureField({ label, meaning, field }: Props) {
  const { t } = useTranslation()
  return (
    <Radio.Group label={label} {...field}>
      <Stack gap={8} mt={4}>
        <Radio value="operation" label={t('That it happens')} description={meaning.operation} />
        <Radio value="design" label={t('How it is meant')} description={meaning.design} />
      </Stack>
    </Radio.Group>
  )
}
