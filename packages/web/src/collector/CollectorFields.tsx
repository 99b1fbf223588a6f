import { NumberInput, TextInput } from '@mantine/core'
import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import { longestCadenceDays } from '@sinew/core/control/need-rules.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'

export type CollectorValues = Pick<Collector, 'name' | 'cadenceDays' | 'ownerId'>

type Props = {
  readonly form: Pick<RecordForm<CollectorValues>, 'getInputProps'> & {
    readonly ownerId: string | null
    readonly onOwner: (ownerId: string | null) => void
  }
  readonly ownerName?: string | null
}

export function CollectorFields({ form, ownerName }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('Name')} withAsterisk data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <NumberInput
        label={t('Reports at least every')}
        description={t('One report missed is overdue, two are silence.')}
        suffix={` ${t('days')}`}
        min={1}
        max={longestCadenceDays}
        allowDecimal={false}
        clampBehavior="none"
        {...form.getInputProps('cadenceDays')}
      />
      <PersonSelect
        label={t('Owner')}
        currentName={ownerName}
        {...form.getInputProps('ownerId')}
        value={form.ownerId}
        onChange={form.onOwner}
      />
    </>
  )
}
