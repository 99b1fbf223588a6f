import { Group, NumberInput, Stack } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import type { DraftPart } from './draft-part.ts'

/** From which product each level begins. */
export function ThresholdsEditor({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const thresholds = content.levelThresholds
  const set = (level: keyof typeof thresholds, value: number | string) =>
    change({ levelThresholds: { ...thresholds, [level]: typeof value === 'number' ? value : 0 } })
  return (
    <Stack gap={6}>
      <Group align="flex-start">
        {(['medium', 'high', 'critical'] as const).map((level) => (
          <NumberInput
            key={level}
            label={t('{{level}} from', { level: t(level) })}
            w={130}
            min={1}
            allowDecimal={false}
            value={thresholds[level]}
            error={errorAt(`levelThresholds.${level}`)}
            onChange={(value) => set(level, value)}
          />
        ))}
      </Group>
      {errorAt('levelThresholds') && (
        <p role="alert" style={{ margin: 0, color: 'var(--sn-failing)' }}>
          {errorAt('levelThresholds')}
        </p>
      )}
    </Stack>
  )
}
