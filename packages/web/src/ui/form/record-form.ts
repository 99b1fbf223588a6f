import type { useForm } from '@mantine/form'

/** What a form of these values offers its fields, whatever rules it validates by. */
export type RecordForm<V extends object> = Pick<
  ReturnType<typeof useForm<V>>,
  'getValues' | 'values' | 'getInputProps' | 'setFieldValue' | 'errors'
>
