import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ChoiceProps } from './Board.tsx'

/** All controls at once. */
export function AssuranceChoice({ whatIf, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Stack gap={4} mb="sm">
      <Text size="sm" fw={500} id="what-if-assurances">
        {t('All controls')}
      </Text>
      <SegmentedControl
        aria-labelledby="what-if-assurances"
        fullWidth
        size="xs"
        value={whatIf.assurances}
        onChange={(assurances) => onChange({ ...whatIf, assurances })}
        data={[
          { value: 'today', label: t('As proven') },
          { value: 'claimed', label: t('As claimed') },
          { value: 'full', label: t('All in place') },
        ]}
      />
    </Stack>
  )
}
