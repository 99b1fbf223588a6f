import { Progress, Stack, Text } from '@mantine/core'
import type { ExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { AccountFrame } from '../account/AccountFrame.tsx'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'

/** A year is being told, step by step, through the same rules as real work. */
export function TellingProgress({ progress }: { readonly progress: ExampleProgress | undefined }) {
  const { t, i18n } = useTranslation()
  const share = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0
  return (
    <AccountFrame
      title={t('Telling a year at Brightwater Software')}
      sentence={t(
        'Ten people find thirty risks, put controls in place, prove them, and let one restore test slip. Every step goes through the same rules as yours will. The pages open when the year is told; until then their numbers would be half a story.',
      )}
    >
      <Stack gap="xs">
        <Progress value={Math.max(share, 2)} size="lg" aria-label={t('Progress')} transitionDuration={300} />
        <Text size="sm" c="dimmed" role="status">
          {stand(progress, share, t, i18n.language)}
        </Text>
      </Stack>
    </AccountFrame>
  )
}

function stand(progress: ExampleProgress | undefined, share: number, t: Translate, language: string): string {
  if (progress?.state === 'told') return t('Ready.')
  if (!progress?.toldUntil) return t('Waiting for the job that tells it.')
  const month = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { month: 'long', year: 'numeric' })
  const told = t('{{month}}, {{share}} % of the year', { month: month.format(Date.parse(progress.toldUntil)), share })
  if (progress.secondsLeft === null) return told
  return `${told}. ${t('About {{count}} seconds more.', { count: Math.max(progress.secondsLeft, 1) })}`
}
