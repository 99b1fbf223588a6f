import { Button, Group } from '@mantine/core'
import { lineDiff } from '@sinew/core/document/line-diff.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { DiffLines } from './DiffLines.tsx'
import type { DraftWords, LocalDraft } from './draft-saver.ts'

type Props = {
  readonly found: LocalDraft
  readonly now: DraftWords
  readonly onTake: () => void
  readonly onDrop: () => void
}

/** What was typed here before and never reached the server: offered, never taken over by itself. */
export function UnsavedOffer({ found, now, onTake, onDrop }: Props) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('You typed something here that was not saved')}
      hint={<When at={found.at} show="both" />}
      actions={
        <Group gap="xs">
          <Button size="xs" onClick={onTake}>
            {t('Take it up')}
          </Button>
          <Button size="xs" variant="default" onClick={onDrop}>
            {t('Forget it')}
          </Button>
        </Group>
      }
    >
      <DiffLines lines={lineDiff(now.content, found.content)} />
    </Panel>
  )
}
