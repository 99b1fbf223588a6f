import { SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ChartGallery } from './ChartGallery.tsx'
import { ProofGallery } from './ProofGallery.tsx'
import { StoryGallery } from './StoryGallery.tsx'

const ListGallery = later(async () => (await import('./ListGallery.tsx')).ListGallery)
const LossGallery = later(async () => (await import('./LossGallery.tsx')).LossGallery)
const FormGallery = later(async () => (await import('./FormGallery.tsx')).FormGallery)

/** The visual language to look at: each component in each of its states. */
export function Screen() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <main style={{ maxWidth: 1240, margin: '0 auto', padding: '28px max(14px, 2vw) 60px' }}>
      <PageHeader
        title={t('The visual language')}
        sentence={t(
          'Solid is proven, hollow is claimed: every component in every state, in both themes and at every width.',
        )}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t('Light or dark')}
            value={colorScheme}
            onChange={setColorScheme}
            data={[
              { value: 'light', label: t('Light') },
              { value: 'dark', label: t('Dark') },
              { value: 'auto', label: t('As the system') },
            ]}
          />
        }
      />
      <Stack gap="lg">
        <ProofGallery />
        <StoryGallery />
        <ListGallery />
        <ChartGallery />
        <LossGallery />
        <FormGallery />
      </Stack>
    </main>
  )
}
