import { Button, Group, NumberInput } from '@mantine/core'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { rateFromCount } from '@sinew/core/estimate/rate-from-count.ts'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { perYearWords } from '../risk/per-year-words.ts'
import classes from './estimate.module.css'

/** From what was counted, here or at others, to a range of the yearly rate. */
export function FrequencyHelper({ onTake }: { readonly onTake: (range: Interval, basis: string) => void }) {
  const { t } = useTranslation()
  const [events, setEvents] = useState<string | number>(1)
  const [years, setYears] = useState<string | number>(5)
  const range = typeof events === 'number' && typeof years === 'number' ? rateFromCount(events, years) : null
  return (
    <div className={classes.helper}>
      <p>
        {t(
          'Count what was seen: so many events in so many years. Ten companies watched for two years are twenty years; “1 in 30 companies a year” is one event in 30.',
        )}
      </p>
      <Group gap="xs" align="end">
        <NumberInput
          label={t('Events')}
          size="xs"
          w={90}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={events}
          onChange={setEvents}
        />
        <NumberInput
          label={t('in so many years')}
          size="xs"
          w={120}
          min={0}
          max={1_000_000}
          value={years}
          onChange={setYears}
        />
        <Button
          size="xs"
          variant="default"
          disabled={range === null}
          onClick={() =>
            range && onTake(range, t('Frequency from {{events}} events in {{years}} years.', { events, years }))
          }
        >
          {t('Take this range')}
        </Button>
      </Group>
      <p aria-live="polite">
        {range === null
          ? t('Give a whole number of events and a number of years above zero.')
          : t(
              'That leaves {{words}} ({{low}} to {{high}} a year), and the count was without your controls only if nobody had them.',
              {
                words: perYearWords(t, range),
                ...range,
              },
            )}
      </p>
    </div>
  )
}
